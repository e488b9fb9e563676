import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import type { Dimension } from '@mcp-portal/plugin-mcp-cost-common';
import { DIMENSION_WORDS } from '../usage';
import { MEASURE_WORDS, SPEND_MEASURES, type SpendMeasure } from './spendLines';

/** By what the chart is divided, and what it measures. */
export const SpendControls = (props: {
  by: Dimension;
  measure: SpendMeasure;
  dimensions: readonly Dimension[];
  onBy: (by: Dimension) => void;
  onMeasure: (measure: SpendMeasure) => void;
}) => (
  <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5 }}>
    <ToggleButtonGroup
      exclusive
      size="small"
      aria-label="What is measured"
      value={props.measure}
      onChange={(_event, measure) => measure && props.onMeasure(measure)}
    >
      {SPEND_MEASURES.map(measure => (
        <ToggleButton
          key={measure}
          value={measure}
          sx={{ textTransform: 'none', py: 0.25 }}
        >
          {MEASURE_WORDS[measure]}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
    <TextField
      select
      size="small"
      label="By"
      value={props.by}
      onChange={event => props.onBy(event.target.value as Dimension)}
      sx={{ minWidth: 130 }}
    >
      {props.dimensions.map(dimension => (
        <MenuItem key={dimension} value={dimension}>
          {DIMENSION_WORDS[dimension].one}
        </MenuItem>
      ))}
    </TextField>
  </Box>
);
