import {
  HEALTH_LEVELS,
  SERVER_SORT_FIELDS,
  TRUST_LEVELS,
  type ServerFilter,
  type ServerSortField,
} from '@mcp-portal/plugin-mcp-registry-common';
import {
  readAll,
  readAllowed,
  useListAddress,
  type ListAddress,
} from '@mcp-portal/plugin-mcp-react';

export type ServerFilters = ListAddress<ServerFilter, ServerSortField>;

export function useServerFilters(): ServerFilters {
  return useListAddress({ readFilter, sortFields: SERVER_SORT_FIELDS });
}

function readFilter(params: URLSearchParams): ServerFilter {
  const ownerExists = params.get('ownerExists');
  return {
    search: params.get('search') || undefined,
    owner: readAll(params, 'owner'),
    lifecycle: readAll(params, 'lifecycle'),
    health: readAllowed(params, 'health', HEALTH_LEVELS),
    trust: readAllowed(params, 'trust', TRUST_LEVELS),
    ownerExists:
      ownerExists === 'true' || ownerExists === 'false'
        ? ownerExists === 'true'
        : undefined,
  };
}
