import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import { shownNumber } from '../words/numbers';

/** One value of a filter, with how many it would give. */
export const FacetRow = (props: {
  name: string;
  count?: number;
  checked: boolean;
  onChange: (checked: boolean) => void;
}) => (
  <FormControlLabel
    sx={{ display: 'flex', mx: 0 }}
    slotProps={{ typography: { sx: { flex: 1, minWidth: 0 } } }}
    control={
      <Checkbox
        size="small"
        checked={props.checked}
        onChange={event => props.onChange(event.target.checked)}
        inputProps={{
          'aria-label':
            props.count === undefined
              ? props.name
              : `${props.name}, ${shownNumber(props.count)}`,
        }}
        sx={{ p: 0.5, mr: 0.5 }}
      />
    }
    label={
      <Box sx={{ display: 'flex', gap: 1, typography: 'body2' }}>
        <Box
          component="span"
          title={props.name}
          sx={{
            flex: 1,
            minWidth: 0,
            overflow: 'hidden',
            textOverflow: 'ellipsis',
            whiteSpace: 'nowrap',
          }}
        >
          {props.name}
        </Box>
        <Box
          component="span"
          sx={{
            color: 'text.secondary',
            fontVariantNumeric: 'tabular-nums',
          }}
        >
          {props.count !== undefined && shownNumber(props.count)}
        </Box>
      </Box>
    }
  />
);
