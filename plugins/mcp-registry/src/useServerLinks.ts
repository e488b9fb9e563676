import { useMemo } from 'react';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import type { ServerSummary } from '@mcp-portal/plugin-mcp-registry-common';
import { serverRouteRef } from './routes';

type ServerName = Pick<ServerSummary, 'namespace' | 'name'>;

/** Addresses of servers, their tools and versions, wherever the pages are mounted. */
export function useServerLinks() {
  const toServer = useRouteRef(serverRouteRef);
  return useMemo(() => {
    const server = ({ namespace, name }: ServerName) =>
      toServer?.({ namespace, name }) ?? '';
    const versions = (of: ServerName) => `${server(of)}/versions`;
    return {
      server,
      tool: (of: ServerName, tool: string) =>
        `${server(of)}/contract?tool=${encodeURIComponent(tool)}`,
      versions,
      version: (of: ServerName, version: string) =>
        `${versions(of)}/${encodeURIComponent(version)}`,
      /** `from` and `to`: versions, `live`, or snapshots. */
      compare: (of: ServerName, from: string, to: string) =>
        `${versions(of)}/compare?${new URLSearchParams({ from, to })}`,
      conventions: (of: ServerName) => `${server(of)}/conventions`,
    };
  }, [toServer]);
}
