import { useApi } from '@backstage/core-plugin-api';
import type { Convention } from '@mcp-portal/mcp-contract';
import type {
  ScorePage,
  ScoreQuery,
  ServerConventions,
} from '@mcp-portal/plugin-mcp-registry-common';
import { Loaded, useLoaded } from '@mcp-portal/plugin-mcp-react';
import { mcpRegistryApiRef } from './mcpRegistryApiRef';

/** The value is `null` until the server was checked. */
export function useServerConventions(
  ref: string,
  revision?: string,
): Loaded<ServerConventions | null> {
  const registry = useApi(mcpRegistryApiRef);
  return useLoaded({
    subject: ref,
    request: JSON.stringify([ref, revision]),
    load: async signal =>
      (await registry.getConventions(ref, { signal })) ?? null,
  });
}

export function useScores(query: ScoreQuery): Loaded<ScorePage> {
  const registry = useApi(mcpRegistryApiRef);
  return useLoaded({
    subject: 'scores',
    request: JSON.stringify(query),
    load: signal => registry.listScores(query, { signal }),
  });
}

export function useConventions(): Loaded<Convention[]> {
  const registry = useApi(mcpRegistryApiRef);
  return useLoaded({
    subject: 'conventions',
    request: '',
    load: signal => registry.listConventions({ signal }),
  });
}
