import type {
  Alert,
  AlertQuery,
  AlertRule,
} from '@mcp-portal/plugin-mcp-cost-common';
import {
  readAll,
  readAllowed,
  useListAddress,
  type ListAddress,
} from '@mcp-portal/plugin-mcp-react';
import { RULES, TIER_WORDS, TIERS } from '../../components/alerts';

const STATES = ['open', 'resolved', 'all'] as const;
const NO_SORTING = [] as const;

/** What narrows the list; the state is `open` where it is not said. */
export interface AlertFilter {
  state?: AlertQuery['state'];
  tier?: Alert['tier'];
  /** Of the tier, where one is chosen. */
  rule?: AlertRule[];
  team?: string[];
  server?: string[];
}

export type AlertFilters = ListAddress<AlertFilter, never>;

export function useAlertFilters(): AlertFilters {
  return useListAddress<AlertFilter, never>({
    readFilter,
    sortFields: NO_SORTING,
  });
}

/** The filter as the API has it: it knows rules, and of each its tier. */
export function alertQueryOf({ query }: AlertFilters): AlertQuery {
  const { tier, rule, state = 'open', ...others } = query;
  return {
    ...others,
    state,
    rule: rule ?? (tier && [...TIER_WORDS[tier].rules]),
  };
}

function readFilter(params: URLSearchParams): AlertFilter {
  const tier = readAllowed(params, 'tier', TIERS)?.[0];
  return {
    state: readAllowed(params, 'state', STATES)?.[0],
    tier,
    rule: readAllowed(params, 'rule', tier ? TIER_WORDS[tier].rules : RULES),
    team: readAll(params, 'team'),
    server: readAll(params, 'server'),
  };
}
