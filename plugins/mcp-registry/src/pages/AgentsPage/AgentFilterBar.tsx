import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import type { AgentFacets } from '@mcp-portal/plugin-mcp-registry-common';
import {
  capitalised,
  FacetMenu,
  ownerName,
} from '@mcp-portal/plugin-mcp-react';
import type { AgentFilter } from './useAgentFilters';

export const AgentFilterBar = (props: {
  facets?: AgentFacets;
  filter: AgentFilter;
  narrowed: boolean;
  onChange: (changes: Partial<AgentFilter>) => void;
  onClear: () => void;
}) => {
  const { facets, filter, narrowed, onChange, onClear } = props;
  return (
    <Box
      role="group"
      aria-label="Filters"
      sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}
    >
      <FacetMenu
        title="Owner"
        values={facets?.owner}
        selected={filter.owner ?? []}
        nameOf={({ value, label }) =>
          ownerName({ ref: value, exists: true, title: label })
        }
        onChange={owner => onChange({ owner })}
      />
      <FacetMenu
        title="Lifecycle"
        values={facets?.lifecycle}
        selected={filter.lifecycle ?? []}
        nameOf={({ value }) => capitalised(value)}
        onChange={lifecycle => onChange({ lifecycle })}
      />
      {filter.server && (
        <Chip
          size="small"
          label={`Uses ${filter.server}`}
          onDelete={() => onChange({ server: undefined })}
          sx={{ m: 0 }}
        />
      )}
      {narrowed && (
        <Button size="small" onClick={onClear} sx={{ textTransform: 'none' }}>
          Clear all
        </Button>
      )}
    </Box>
  );
};
