import { useApi } from '@backstage/core-plugin-api';
import type {
  Comparison,
  ConsumerProgress,
  Page,
  PageQuery,
  ServerVersion,
  ServerVersionDetail,
} from '@mcp-portal/plugin-mcp-registry-common';
import { Loaded, useLoaded } from '@mcp-portal/plugin-mcp-react';
import { mcpRegistryApiRef } from './mcpRegistryApiRef';

/** Loaded again when `revision` changes: something was published since. */
export function useVersions(
  ref: string,
  page: PageQuery,
  revision?: string,
): Loaded<Page<ServerVersion>> {
  const registry = useApi(mcpRegistryApiRef);
  return useLoaded({
    subject: ref,
    request: JSON.stringify([ref, page, revision]),
    load: signal => registry.listVersions(ref, page, { signal }),
  });
}

export function useVersion(
  ref: string,
  version: string,
  revision?: string,
): Loaded<ServerVersionDetail> {
  const registry = useApi(mcpRegistryApiRef);
  return useLoaded({
    subject: `${ref} ${version}`,
    request: JSON.stringify([ref, version, revision]),
    load: signal => registry.getVersion(ref, version, { signal }),
  });
}

export function useComparison(
  ref: string,
  between: { from: string; to: string },
  revision?: string,
): Loaded<Comparison> {
  const registry = useApi(mcpRegistryApiRef);
  const request = JSON.stringify([ref, between, revision]);
  return useLoaded({
    subject: request,
    request,
    load: signal => registry.compareVersions(ref, between, { signal }),
  });
}

export function useConsumers(
  ref: string,
  revision?: string,
): Loaded<ConsumerProgress> {
  const registry = useApi(mcpRegistryApiRef);
  return useLoaded({
    subject: ref,
    request: JSON.stringify([ref, revision]),
    load: signal => registry.getConsumers(ref, { signal }),
  });
}
