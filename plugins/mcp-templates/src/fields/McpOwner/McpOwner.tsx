import { useEffect } from 'react';
import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import Skeleton from '@mui/material/Skeleton';
import TextField from '@mui/material/TextField';
import { LoadProblem } from '@mcp-portal/plugin-mcp-react';
import { useOwnTeams } from '../../teams';
import { describedBy, errorLabel, errorsBelow, FieldErrors } from '../parts';
import { AdmissionState } from './AdmissionState';
import type { McpOwnerProps } from './schema';

const NoTeam = () => (
  <Alert severity="warning" sx={{ mt: 1 }}>
    <AlertTitle>You belong to no team yet</AlertTitle>
    Everything here is owned by a team. Ask your manager or the platform team to
    add you to your team in the catalog, then sign in again.
  </Alert>
);

/** One of the teams that one belongs to, with how its budget stands. */
export const McpOwner = (props: McpOwnerProps) => {
  const { idSchema, schema, required, disabled } = props;
  const { hideError } = props;
  const { onChange, formData: ownerRef } = props;
  const { value, error, reload } = useOwnTeams();

  const only = value?.length === 1 ? value[0].ref : undefined;
  useEffect(() => {
    if (only && !ownerRef) {
      onChange(only);
    }
  }, [only, ownerRef, onChange]);

  if (error) {
    return <LoadProblem what="Your teams" error={error} onRetry={reload} />;
  }
  if (!value) {
    return <Skeleton variant="rounded" height={56} sx={{ mt: 1 }} />;
  }
  if (value.length === 0) {
    return <NoTeam />;
  }
  const id = idSchema.$id;
  const chosen = value.find(team => team.ref === ownerRef);
  // A team's budget is said with the team.
  const errors = errorsBelow(
    props,
    chosen ? undefined : 'Choose one of your own teams.',
  );
  return (
    <Box sx={{ mt: 1 }}>
      <TextField
        id={id}
        select
        fullWidth
        label={schema.title ?? 'Owner'}
        // Said in words when it is missing, not by the browser.
        InputLabelProps={{ required, sx: errorLabel }}
        disabled={disabled}
        error={errors.length > 0}
        // A team that one has left since can't be chosen.
        value={chosen?.ref ?? ''}
        onChange={event => onChange(event.target.value)}
        helperText={
          schema.description ??
          'The team that looks after it and pays for it. You see the teams that you belong to.'
        }
        FormHelperTextProps={{ id: `${id}-hint`, error: false }}
        SelectProps={{
          SelectDisplayProps: {
            'aria-required': required,
            'aria-describedby': describedBy([`${id}-budget`, `${id}-hint`], {
              idSchema,
              errors,
            }),
          },
        }}
      >
        {value.map(({ ref, title }) => (
          <MenuItem key={ref} value={ref}>
            {title}
          </MenuItem>
        ))}
      </TextField>
      <FieldErrors idSchema={idSchema} hideError={hideError} errors={errors} />
      <Box
        id={`${id}-budget`}
        role="status"
        aria-live="polite"
        sx={{ mt: 0.5, typography: 'body2' }}
      >
        {chosen && <AdmissionState teamRef={chosen.ref} />}
      </Box>
    </Box>
  );
};
