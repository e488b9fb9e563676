import { useMemo } from 'react';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import type { ServerSummary } from '@mcp-portal/plugin-mcp-registry-common';
import { serverRouteRef } from './routes';

type ServerName = Pick<ServerSummary, 'namespace' | 'name'>;

/** Addresses of servers and their tools, wherever the pages are mounted. */
export function useServerLinks() {
  const toServer = useRouteRef(serverRouteRef);
  return useMemo(() => {
    const server = ({ namespace, name }: ServerName) =>
      toServer?.({ namespace, name }) ?? '';
    return {
      server,
      tool: (of: ServerName, tool: string) =>
        `${server(of)}/contract?tool=${encodeURIComponent(tool)}`,
    };
  }, [toServer]);
}
