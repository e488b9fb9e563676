import { useApi } from '@backstage/core-plugin-api';
import type {
  Attempt,
  Dependents,
  HealthDay,
  Page,
  PageQuery,
  SeenSnapshot,
  ServerContract,
  ServerDetail,
} from '@mcp-portal/plugin-mcp-registry-common';
import { Loaded, useLoaded } from '@mcp-portal/plugin-mcp-react';
import { mcpRegistryApiRef } from './mcpRegistryApiRef';

/**
 * Everything below is loaded again when `revision` changes: the instant of the
 * server's last attempt, so that a new attempt refreshes what hangs on it.
 */
export function useServer(ref: string): Loaded<ServerDetail> {
  const registry = useApi(mcpRegistryApiRef);
  return useLoaded({
    subject: ref,
    request: ref,
    load: signal => registry.getServer(ref, { signal }),
  });
}

/** The value is `null` when the server has never answered. */
export function useContract(
  ref: string,
  revision?: string,
): Loaded<ServerContract | null> {
  const registry = useApi(mcpRegistryApiRef);
  return useLoaded({
    subject: ref,
    request: `${ref} ${revision}`,
    load: async signal => (await registry.getContract(ref, { signal })) ?? null,
  });
}

export function useAttempts(
  ref: string,
  page: PageQuery,
  revision?: string,
): Loaded<Page<Attempt>> {
  const registry = useApi(mcpRegistryApiRef);
  return useLoaded({
    subject: ref,
    request: JSON.stringify([ref, page, revision]),
    load: signal => registry.listAttempts(ref, page, { signal }),
  });
}

export function useHealthHistory(
  ref: string,
  days: number,
  revision?: string,
): Loaded<HealthDay[]> {
  const registry = useApi(mcpRegistryApiRef);
  return useLoaded({
    subject: ref,
    request: JSON.stringify([ref, days, revision]),
    load: signal => registry.getHealthHistory(ref, days, { signal }),
  });
}

export function useSnapshots(
  ref: string,
  page: PageQuery,
  revision?: string,
): Loaded<Page<SeenSnapshot>> {
  const registry = useApi(mcpRegistryApiRef);
  return useLoaded({
    subject: ref,
    request: JSON.stringify([ref, page, revision]),
    load: signal => registry.listSnapshots(ref, page, { signal }),
  });
}

export function useDependents(
  ref: string,
  page: PageQuery,
): Loaded<Dependents> {
  const registry = useApi(mcpRegistryApiRef);
  return useLoaded({
    subject: ref,
    request: JSON.stringify([ref, page]),
    load: signal => registry.getDependents(ref, page, { signal }),
  });
}
