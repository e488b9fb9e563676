import SwapHorizIcon from '@mui/icons-material/SwapHoriz';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { DIMENSIONS, type Dimension } from '@mcp-portal/plugin-mcp-cost-common';
import { DIMENSION_WORDS } from '../../components/usage';

const Choice = (props: {
  label: string;
  value?: Dimension;
  /** It is taken; "nothing" is offered instead. */
  without?: Dimension;
  onChange: (value?: Dimension) => void;
}) => (
  <TextField
    select
    size="small"
    label={props.label}
    value={props.value ?? ''}
    onChange={event =>
      props.onChange((event.target.value || undefined) as Dimension | undefined)
    }
    InputLabelProps={{ shrink: true }}
    SelectProps={{ displayEmpty: true }}
    sx={{ minWidth: 140 }}
  >
    {props.without && <MenuItem value="">Nothing else</MenuItem>}
    {DIMENSIONS.filter(dimension => dimension !== props.without).map(
      dimension => (
        <MenuItem key={dimension} value={dimension}>
          {DIMENSION_WORDS[dimension].one}
        </MenuItem>
      ),
    )}
  </TextField>
);

/** By what usage is divided: one dimension, or two. */
export const DivideBy = (props: {
  by: Dimension[];
  onChange: (by: Dimension[]) => void;
}) => {
  const { by, onChange } = props;
  const [first, second] = by;
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
      <Choice
        label="By"
        value={first}
        onChange={value =>
          value &&
          onChange(second && second !== value ? [value, second] : [value])
        }
      />
      <IconButton
        size="small"
        aria-label="Swap the two"
        disabled={!second}
        onClick={() => onChange([second, first])}
      >
        <SwapHorizIcon fontSize="small" />
      </IconButton>
      <Choice
        label="and by"
        value={second}
        without={first}
        onChange={value => onChange(value ? [first, value] : [first])}
      />
    </Box>
  );
};
