import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import FormControlLabel from '@mui/material/FormControlLabel';
import Switch from '@mui/material/Switch';
import type { IdleKind } from '@mcp-portal/plugin-mcp-cost-common';
import { FacetMenu } from '@mcp-portal/plugin-mcp-react';
import { refName } from '../../components/entities';
import { IDLE_KINDS, IDLE_WORDS } from '../../components/idle';
import type { IdleFilters } from './useIdleFilters';

const KIND_VALUES = IDLE_KINDS.map(value => ({ value, count: 0 }));

export const IdleFilterBar = ({ filters }: { filters: IdleFilters }) => {
  const { filter, narrowed, change, clear } = filters;
  return (
    <Box
      role="group"
      aria-label="Filters"
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        gap: 1,
        alignItems: 'center',
        mb: 1.5,
      }}
    >
      <FacetMenu
        title="Kind"
        withoutCounts
        values={KIND_VALUES}
        selected={filter.kind ?? []}
        nameOf={({ value }) => IDLE_WORDS[value as IdleKind].word}
        onChange={kind => change({ kind: kind as IdleKind[] })}
      />
      {filter.team?.map(team => (
        <Chip
          key={team}
          size="small"
          label={`Team: ${refName(team)}`}
          onDelete={() =>
            change({ team: filter.team?.filter(other => other !== team) })
          }
          sx={{ m: 0 }}
        />
      ))}
      <FormControlLabel
        control={
          <Switch
            size="small"
            checked={filter.exempted === 'with'}
            onChange={event =>
              change({ exempted: event.target.checked ? 'with' : undefined })
            }
          />
        }
        label="With what is exempted"
        slotProps={{ typography: { variant: 'body2' } }}
        sx={{ m: 0 }}
      />
      {narrowed && (
        <Button size="small" onClick={clear} sx={{ textTransform: 'none' }}>
          Clear all
        </Button>
      )}
    </Box>
  );
};
