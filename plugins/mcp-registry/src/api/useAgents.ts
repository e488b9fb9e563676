import { useApi } from '@backstage/core-plugin-api';
import type {
  AgentFacets,
  AgentPage,
  AgentQuery,
  AgentSummary,
} from '@mcp-portal/plugin-mcp-registry-common';
import { Loaded, useLoaded } from '@mcp-portal/plugin-mcp-react';
import { mcpRegistryApiRef } from './mcpRegistryApiRef';

export function useAgents(query: AgentQuery): Loaded<AgentPage> {
  const registry = useApi(mcpRegistryApiRef);
  return useLoaded({
    subject: 'agents',
    request: JSON.stringify(query),
    load: signal => registry.listAgents(query, { signal }),
  });
}

export function useAgentFacets(filter: AgentQuery): Loaded<AgentFacets> {
  const registry = useApi(mcpRegistryApiRef);
  return useLoaded({
    subject: 'facets',
    request: JSON.stringify(filter),
    load: signal => registry.getAgentFacets(filter, { signal }),
  });
}

export function useAgent(ref: string): Loaded<AgentSummary> {
  const registry = useApi(mcpRegistryApiRef);
  return useLoaded({
    subject: ref,
    request: ref,
    load: signal => registry.getAgent(ref, { signal }),
  });
}
