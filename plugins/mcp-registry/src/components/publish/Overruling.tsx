import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormLabel from '@mui/material/FormLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import TextField from '@mui/material/TextField';
import { counted } from '@mcp-portal/plugin-mcp-react';

/** How a platform admin may get past the gate. */
export type OverrulingKind = 'no' | 'accept' | 'override';

/** Offered to platform admins only; the reason is kept and shown to everyone. */
export const Overruling = (props: {
  kind: OverrulingKind;
  onKind: (kind: OverrulingKind) => void;
  reason: string;
  onReason: (reason: string) => void;
  undecided: number;
}) => {
  const { kind, onKind, reason, onReason, undecided } = props;
  return (
    <FormControl fullWidth>
      <FormLabel id="overruling">As a platform admin</FormLabel>
      <RadioGroup
        aria-labelledby="overruling"
        value={kind}
        onChange={event => onKind(event.target.value as OverrulingKind)}
      >
        <FormControlLabel
          value="no"
          control={<Radio size="small" />}
          label="Keep to what the gate says"
        />
        {undecided > 0 && (
          <FormControlLabel
            value="accept"
            control={<Radio size="small" />}
            label={`Take ${counted(
              undecided,
              'undecided change',
            )} for harmless`}
          />
        )}
        <FormControlLabel
          value="override"
          control={<Radio size="small" />}
          label="Publish it all the same"
        />
      </RadioGroup>
      {kind !== 'no' && (
        <TextField
          size="small"
          required
          multiline
          minRows={2}
          label="Why"
          value={reason}
          onChange={event => onReason(event.target.value)}
          helperText="It is kept, and shown beside the version to everyone who sees it."
          sx={{ mt: 1 }}
        />
      )}
    </FormControl>
  );
};
