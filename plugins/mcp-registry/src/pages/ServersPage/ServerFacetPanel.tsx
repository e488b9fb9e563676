import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import type {
  HealthLevel,
  ServerFacets,
  ServerFilter,
  Trust,
} from '@mcp-portal/plugin-mcp-registry-common';
import {
  capitalised,
  FacetGroup,
  FacetRow,
  LEVELS,
  ownerName,
  TRUST_WORDS,
} from '../../components';

/** The filters, each with how many servers it would leave. */
export const ServerFacetPanel = (props: {
  facets?: ServerFacets;
  loading: boolean;
  filter: ServerFilter;
  narrowed: boolean;
  onChange: (changes: Partial<ServerFilter>) => void;
  onClear: () => void;
}) => {
  const { facets, loading, filter, narrowed, onChange, onClear } = props;
  if (!facets) {
    // A failure is said above the list; here there is nothing to show then.
    return loading ? <FacetSkeleton /> : null;
  }
  return (
    <Box component="section" aria-label="Filters">
      <Box
        sx={{
          display: 'flex',
          justifyContent: 'space-between',
          alignItems: 'center',
          minHeight: 40,
        }}
      >
        <Typography variant="subtitle1" component="h2" sx={{ m: 0 }}>
          Filters
        </Typography>
        {narrowed && (
          <Button size="small" onClick={onClear}>
            Clear all
          </Button>
        )}
      </Box>
      <FacetGroup
        title="Health"
        values={facets.health}
        selected={filter.health ?? []}
        nameOf={({ value }) => LEVELS[value as HealthLevel]?.word ?? value}
        onChange={health => onChange({ health: health as HealthLevel[] })}
      />
      <FacetGroup
        title="Owner"
        values={facets.owner}
        selected={filter.owner ?? []}
        nameOf={({ value, label }) =>
          ownerName({ ref: value, exists: true, title: label })
        }
        onChange={owner => onChange({ owner })}
      />
      {(facets.withoutOwner > 0 || filter.ownerExists === false) && (
        <Box sx={{ mb: 2, mt: -1 }}>
          <FacetRow
            name="Without an owner that exists"
            count={facets.withoutOwner}
            checked={filter.ownerExists === false}
            onChange={checked =>
              onChange({ ownerExists: checked ? false : undefined })
            }
          />
        </Box>
      )}
      <FacetGroup
        title="Trust"
        values={facets.trust}
        selected={filter.trust ?? []}
        nameOf={({ value }) => TRUST_WORDS[value as Trust] ?? value}
        onChange={trust => onChange({ trust: trust as Trust[] })}
      />
      <FacetGroup
        title="Lifecycle"
        values={facets.lifecycle}
        selected={filter.lifecycle ?? []}
        nameOf={({ value }) => capitalised(value)}
        onChange={lifecycle => onChange({ lifecycle })}
      />
    </Box>
  );
};

const FacetSkeleton = () => (
  <Box aria-hidden>
    {[3, 6, 3].map((rows, group) => (
      <Box key={group} sx={{ mb: 2 }}>
        <Skeleton width="40%" height={32} />
        {Array.from({ length: rows }, (_, row) => (
          <Skeleton key={row} height={32} />
        ))}
      </Box>
    ))}
  </Box>
);
