import { useApi } from '@backstage/core-plugin-api';
import type {
  ChangePage,
  ChangeQuery,
  DriftingServer,
  Page,
  PageQuery,
  Removal,
  RemovalQuery,
} from '@mcp-portal/plugin-mcp-registry-common';
import { Loaded, useLoaded } from '@mcp-portal/plugin-mcp-react';
import { mcpRegistryApiRef } from './mcpRegistryApiRef';

export function useChanges(query: ChangeQuery): Loaded<ChangePage> {
  const registry = useApi(mcpRegistryApiRef);
  return useLoaded({
    subject: 'changes',
    request: JSON.stringify(query),
    load: signal => registry.listChanges(query, { signal }),
  });
}

export function useRemovals(query: RemovalQuery): Loaded<Page<Removal>> {
  const registry = useApi(mcpRegistryApiRef);
  return useLoaded({
    subject: 'removals',
    request: JSON.stringify(query),
    load: signal => registry.listRemovals(query, { signal }),
  });
}

export function useDrifts(query: PageQuery): Loaded<Page<DriftingServer>> {
  const registry = useApi(mcpRegistryApiRef);
  return useLoaded({
    subject: 'drifts',
    request: JSON.stringify(query),
    load: signal => registry.listDrifts(query, { signal }),
  });
}
