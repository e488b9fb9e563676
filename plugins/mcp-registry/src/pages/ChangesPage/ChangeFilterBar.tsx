import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { CHANGE_CLASSES, type ChangeClass } from '@mcp-portal/mcp-contract';
import type { ChangePage } from '@mcp-portal/plugin-mcp-registry-common';
import { capitalised, FacetMenu } from '@mcp-portal/plugin-mcp-react';
import { CLASS_LOOKS, OwnerFilter } from '../../components';
import { PERIODS, PERIOD_WORDS, type Period } from './period';
import type { ChangeFilters } from './useChangeFilters';

/** By how bad, whose, and since when. */
export const ChangeFilterBar = (props: {
  filters: ChangeFilters;
  counts?: ChangePage['counts'];
}) => {
  const { filters, counts } = props;
  const { filter, narrowed, change, clear, shownPeriod } = filters;
  return (
    <Box
      role="group"
      aria-label="Filters"
      sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}
    >
      <TextField
        select
        size="small"
        value={shownPeriod}
        onChange={event => {
          const period = event.target.value as Period;
          change({ period: period === PERIODS[0] ? undefined : period });
        }}
        SelectProps={{ inputProps: { 'aria-label': 'Period' } }}
        sx={{ '& [role="combobox"], & [role="button"]': { py: 0.5 } }}
      >
        {PERIODS.map(period => (
          <MenuItem key={period} value={period}>
            {capitalised(PERIOD_WORDS[period])}
          </MenuItem>
        ))}
      </TextField>
      <FacetMenu
        title="Worst change"
        values={CHANGE_CLASSES.map(name => ({
          value: name,
          count: counts?.[name] ?? 0,
        }))}
        selected={filter.class ?? []}
        nameOf={({ value }) => CLASS_LOOKS[value as ChangeClass].word}
        onChange={classes => change({ class: classes as ChangeClass[] })}
      />
      <OwnerFilter
        selected={filter.owner ?? []}
        onChange={owner => change({ owner })}
      />
      {narrowed && (
        <Button size="small" onClick={clear} sx={{ textTransform: 'none' }}>
          Clear all
        </Button>
      )}
    </Box>
  );
};
