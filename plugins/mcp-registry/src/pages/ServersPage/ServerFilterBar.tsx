import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import ToggleButton from '@mui/material/ToggleButton';
import type {
  HealthLevel,
  ServerFacets,
  ServerFilter,
  Trust,
} from '@mcp-portal/plugin-mcp-registry-common';
import {
  capitalised,
  FacetMenu,
  LEVELS,
  ownerName,
  shownNumber,
} from '@mcp-portal/plugin-mcp-react';
import { TRUST_WORDS } from '../../components';

/** The filters, each with how many servers it would leave. */
export const ServerFilterBar = (props: {
  facets?: ServerFacets;
  filter: ServerFilter;
  narrowed: boolean;
  onChange: (changes: Partial<ServerFilter>) => void;
  onClear: () => void;
}) => {
  const { facets, filter, narrowed, onChange, onClear } = props;
  const ownerMissing = filter.ownerExists === false;
  return (
    <Box
      role="group"
      aria-label="Filters"
      sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}
    >
      <FacetMenu
        title="Health"
        values={facets?.health}
        selected={filter.health ?? []}
        nameOf={({ value }) => LEVELS[value as HealthLevel]?.word ?? value}
        onChange={health => onChange({ health: health as HealthLevel[] })}
      />
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
        title="Trust"
        values={facets?.trust}
        selected={filter.trust ?? []}
        nameOf={({ value }) => TRUST_WORDS[value as Trust] ?? value}
        onChange={trust => onChange({ trust: trust as Trust[] })}
      />
      <FacetMenu
        title="Lifecycle"
        values={facets?.lifecycle}
        selected={filter.lifecycle ?? []}
        nameOf={({ value }) => capitalised(value)}
        onChange={lifecycle => onChange({ lifecycle })}
      />
      {(ownerMissing || (facets && facets.withoutOwner > 0)) && (
        <ToggleButton
          size="small"
          value="withoutOwner"
          color="primary"
          selected={ownerMissing}
          onChange={() =>
            onChange({ ownerExists: ownerMissing ? undefined : false })
          }
          sx={{ textTransform: 'none', py: 0.5 }}
        >
          Without owner ({shownNumber(facets?.withoutOwner ?? 0)})
        </ToggleButton>
      )}
      {narrowed && (
        <Button size="small" onClick={onClear} sx={{ textTransform: 'none' }}>
          Clear all
        </Button>
      )}
    </Box>
  );
};
