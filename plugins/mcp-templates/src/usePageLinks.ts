import { useMemo } from 'react';
import { parseEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import {
  scaffolderRouteRef,
  serverRouteRef,
  serversRouteRef,
  templateRouteRef,
} from './routes';

/** Where the Cost tab of an entity stands under its page. */
const COST_TAB_PATH = '/mcp-cost';

/** Addresses that the pages of this plugin lead to, wherever they are mounted. */
export function usePageLinks() {
  const toServers = useRouteRef(serversRouteRef);
  const toServer = useRouteRef(serverRouteRef);
  const toTemplate = useRouteRef(templateRouteRef);
  const toScaffolder = useRouteRef(scaffolderRouteRef);
  const toEntity = useRouteRef(entityRouteRef);
  return useMemo(() => {
    const entity = (entityRef: string) => {
      const { kind, namespace, name } = parseEntityRef(entityRef);
      return (
        toEntity?.({
          kind: kind.toLocaleLowerCase('en-US'),
          namespace,
          name,
        }) ?? ''
      );
    };
    return {
      entity,
      /** The list of servers, narrowed as its address says it. */
      servers: (query: Record<string, string> = {}) =>
        withQuery(toServers?.() ?? '', query),
      /** The registry's page of a server, or the catalog's where there is none. */
      server: (entityRef: string) => {
        const { namespace, name } = parseEntityRef(entityRef);
        return toServer?.({ namespace, name }) ?? entity(entityRef);
      },
      template: (namespace: string, name: string) =>
        toTemplate?.({ namespace, templateName: name }) ?? '',
      templates: () => `${toScaffolder?.() ?? ''}/templates`,
      /** Keys and budget of a team. */
      teamCost: (teamRef: string) => `${entity(teamRef)}${COST_TAB_PATH}`,
      agentCost: (agentRef: string) => `${entity(agentRef)}${COST_TAB_PATH}`,
    };
  }, [toEntity, toScaffolder, toServer, toServers, toTemplate]);
}

function withQuery(path: string, query: Record<string, string>): string {
  const search = new URLSearchParams(query).toString();
  return search ? `${path}?${search}` : path;
}
