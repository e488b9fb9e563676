import { useApi } from '@backstage/core-plugin-api';
import type { Drift } from '@mcp-portal/plugin-mcp-registry-common';
import { Loaded, useLoaded } from '@mcp-portal/plugin-mcp-react';
import { mcpRegistryApiRef } from './mcpRegistryApiRef';

/** The value is `null` when there is none. */
export function useDrift(ref: string, revision?: string): Loaded<Drift | null> {
  const registry = useApi(mcpRegistryApiRef);
  return useLoaded({
    subject: ref,
    request: JSON.stringify([ref, revision]),
    load: async signal => (await registry.getDrift(ref, { signal })) ?? null,
  });
}
