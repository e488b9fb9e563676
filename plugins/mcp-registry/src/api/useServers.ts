import { useApi } from '@backstage/core-plugin-api';
import type {
  ServerFacets,
  ServerFilter,
  ServerPage,
  ServerQuery,
} from '@mcp-portal/plugin-mcp-registry-common';
import { Loaded, useLoaded } from '@mcp-portal/plugin-mcp-react';
import { mcpRegistryApiRef } from './mcpRegistryApiRef';

export function useServers(query: ServerQuery): Loaded<ServerPage> {
  const registry = useApi(mcpRegistryApiRef);
  return useLoaded({
    subject: 'servers',
    request: JSON.stringify(query),
    load: signal => registry.listServers(query, { signal }),
  });
}

export function useServerFacets(filter: ServerFilter): Loaded<ServerFacets> {
  const registry = useApi(mcpRegistryApiRef);
  return useLoaded({
    subject: 'facets',
    request: JSON.stringify(filter),
    load: signal => registry.getServerFacets(filter, { signal }),
  });
}
