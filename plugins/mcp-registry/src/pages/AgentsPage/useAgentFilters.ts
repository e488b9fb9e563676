import {
  AGENT_SORT_FIELDS,
  type AgentQuery,
  type AgentSortField,
} from '@mcp-portal/plugin-mcp-registry-common';
import {
  readAll,
  useListAddress,
  type ListAddress,
} from '@mcp-portal/plugin-mcp-react';

export type AgentFilter = Pick<
  AgentQuery,
  'search' | 'owner' | 'lifecycle' | 'server'
>;

export type AgentFilters = ListAddress<AgentFilter, AgentSortField>;

export function useAgentFilters(): AgentFilters {
  return useListAddress({ readFilter, sortFields: AGENT_SORT_FIELDS });
}

function readFilter(params: URLSearchParams): AgentFilter {
  return {
    search: params.get('search') || undefined,
    owner: readAll(params, 'owner'),
    lifecycle: readAll(params, 'lifecycle'),
    server: params.get('server') || undefined,
  };
}
