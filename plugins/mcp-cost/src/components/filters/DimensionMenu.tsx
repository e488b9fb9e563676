import { useState } from 'react';
import ArrowDropDownIcon from '@mui/icons-material/ArrowDropDown';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Popover from '@mui/material/Popover';
import type {
  Dimension,
  UsageFilter,
} from '@mcp-portal/plugin-mcp-cost-common';
import { DIMENSION_WORDS, valueName } from '../usage';
import { DimensionValues } from './DimensionValues';

/** One filter: a button that says what is chosen, and the values behind it. */
export const DimensionMenu = (props: {
  dimension: Dimension;
  filter: UsageFilter;
  selected: string[];
  onChange: (selected: string[]) => void;
}) => {
  const { dimension, filter, selected, onChange } = props;
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const { one } = DIMENSION_WORDS[dimension];
  const chosen = selected.map(value => valueName(dimension, { value }));
  return (
    <>
      <Button
        size="small"
        variant="outlined"
        color={chosen.length > 0 ? 'primary' : 'inherit'}
        endIcon={<ArrowDropDownIcon />}
        aria-haspopup="dialog"
        aria-expanded={Boolean(anchor)}
        onClick={event => setAnchor(event.currentTarget)}
        sx={{
          textTransform: 'none',
          maxWidth: 320,
          borderColor: chosen.length > 0 ? undefined : 'divider',
        }}
      >
        <Box
          component="span"
          sx={{
            overflow: 'hidden',
            textOverflow: 'ellipsis',
            whiteSpace: 'nowrap',
          }}
        >
          {chosen.length > 0 ? `${one}: ${chosen.join(', ')}` : one}
        </Box>
      </Button>
      <Popover
        open={Boolean(anchor)}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        slotProps={{
          paper: {
            role: 'dialog',
            'aria-label': `Filter by ${one.toLowerCase()}`,
            sx: { width: 340, p: 1.5, mt: 0.5 },
          },
        }}
      >
        <DimensionValues
          dimension={dimension}
          filter={filter}
          selected={selected}
          onChange={onChange}
        />
      </Popover>
    </>
  );
};
