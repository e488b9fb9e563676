import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import type { Alert, AlertRule } from '@mcp-portal/plugin-mcp-cost-common';
import { FacetMenu } from '@mcp-portal/plugin-mcp-react';
import { RULE_WORDS, RULES, TIER_WORDS, TIERS } from '../../components/alerts';
import { refName } from '../../components/entities';
import type { AlertFilters } from './useAlertFilters';

const asFacets = (values: readonly string[]) =>
  values.map(value => ({ value, count: 0 }));

export const AlertFilterBar = ({ filters }: { filters: AlertFilters }) => {
  const { filter, narrowed, change, clear } = filters;
  const without = (values: string[] | undefined, value: string) =>
    values?.filter(other => other !== value);
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
      <ToggleButtonGroup
        exclusive
        size="small"
        aria-label="Which alerts"
        value={filter.state ?? 'open'}
        onChange={(_event, state) => {
          if (state) {
            change({ state: state === 'open' ? undefined : state });
          }
        }}
        sx={{ '& button': { textTransform: 'none', py: 0.25 } }}
      >
        <ToggleButton value="open">Open</ToggleButton>
        <ToggleButton value="resolved">Over</ToggleButton>
        <ToggleButton value="all">All</ToggleButton>
      </ToggleButtonGroup>
      <FacetMenu
        title="Tier"
        withoutCounts
        values={asFacets(TIERS)}
        selected={filter.tier ? [filter.tier] : []}
        nameOf={({ value }) => TIER_WORDS[value as Alert['tier']].word}
        // Both are all: the one that was chosen last is shown.
        onChange={tiers =>
          change({ tier: tiers.at(-1) as Alert['tier'], rule: undefined })
        }
      />
      <FacetMenu
        title="Rule"
        withoutCounts
        values={asFacets(filter.tier ? TIER_WORDS[filter.tier].rules : RULES)}
        selected={filter.rule ?? []}
        nameOf={({ value }) => RULE_WORDS[value as AlertRule]}
        onChange={rule => change({ rule: rule as AlertRule[] })}
      />
      {filter.team?.map(team => (
        <Chip
          key={team}
          size="small"
          label={`Team: ${refName(team)}`}
          onDelete={() => change({ team: without(filter.team, team) })}
          sx={{ m: 0 }}
        />
      ))}
      {filter.server?.map(server => (
        <Chip
          key={server}
          size="small"
          label={`Server: ${refName(server)}`}
          onDelete={() => change({ server: without(filter.server, server) })}
          sx={{ m: 0 }}
        />
      ))}
      {narrowed && (
        <Button size="small" onClick={clear} sx={{ textTransform: 'none' }}>
          Clear all
        </Button>
      )}
    </Box>
  );
};
