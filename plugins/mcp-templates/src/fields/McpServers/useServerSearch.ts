import { parseEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { useLoaded } from '@mcp-portal/plugin-mcp-react';
import type { ServerSummary } from '@mcp-portal/plugin-mcp-registry-common';
import { registryApiRef } from '../../api';
import { useSettled } from '../parts';

const SHOWN = 20;

/** The servers that a search finds; the whole list is never loaded. */
export function useServerSearch(search: string) {
  const registry = useApi(registryApiRef);
  const settled = useSettled(search.trim());
  const found = useLoaded({
    subject: 'servers',
    request: settled,
    load: signal =>
      registry.listServers(
        { ...(settled ? { search: settled } : {}), limit: SHOWN },
        { signal },
      ),
  });
  return {
    ...found,
    loading: found.loading || settled !== search.trim(),
  };
}

/** The chosen servers, by ref; those that can't be read are missing. */
export function useChosenServers(refs: string[]): Map<string, ServerSummary> {
  const registry = useApi(registryApiRef);
  const { value } = useLoaded({
    subject: 'chosen',
    request: JSON.stringify(refs),
    load: async signal => {
      const answers = await Promise.allSettled(
        refs.map(ref => registry.getServer(ref, { signal })),
      );
      return answers.flatMap(answer =>
        answer.status === 'fulfilled' ? [answer.value] : [],
      );
    },
  });
  return new Map((value ?? []).map(server => [server.ref, server]));
}

/** What a server is called as long as no more is known of it. */
export function serverName(ref: string, server?: ServerSummary): string {
  return server?.title ?? server?.name ?? parseEntityRef(ref).name;
}
