import type { IdleKind, IdleQuery } from '@mcp-portal/plugin-mcp-cost-common';
import {
  readAll,
  readAllowed,
  useListAddress,
  type ListAddress,
} from '@mcp-portal/plugin-mcp-react';
import { IDLE_KINDS } from '../../components/idle';

const EXEMPTED = ['without', 'with', 'only'] as const;
const NO_SORTING = [] as const;

export interface IdleFilter {
  kind?: IdleKind[];
  team?: string[];
  exempted?: IdleQuery['exempted'];
}

export type IdleFilters = ListAddress<IdleFilter, never>;

export function useIdleFilters(): IdleFilters {
  return useListAddress<IdleFilter, never>({
    readFilter,
    sortFields: NO_SORTING,
  });
}

function readFilter(params: URLSearchParams): IdleFilter {
  return {
    kind: readAllowed(params, 'kind', IDLE_KINDS),
    team: readAll(params, 'team'),
    exempted: readAllowed(params, 'exempted', EXEMPTED)?.[0],
  };
}
