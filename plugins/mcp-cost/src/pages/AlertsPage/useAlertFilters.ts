import type { AlertQuery, AlertRule } from '@mcp-portal/plugin-mcp-cost-common';
import {
  readAll,
  readAllowed,
  useListAddress,
  type ListAddress,
} from '@mcp-portal/plugin-mcp-react';
import { RULES } from '../../components/alerts';

const STATES = ['open', 'resolved', 'all'] as const;
const NO_SORTING = [] as const;

/** What narrows the list; the state is `open` where it is not said. */
export interface AlertFilter {
  state?: AlertQuery['state'];
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

function readFilter(params: URLSearchParams): AlertFilter {
  return {
    state: readAllowed(params, 'state', STATES)?.[0],
    rule: readAllowed(params, 'rule', RULES),
    team: readAll(params, 'team'),
    server: readAll(params, 'server'),
  };
}
