import { useMemo } from 'react';
import { parseEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import type { TargetRepository } from '@mcp-portal/plugin-mcp-templates-common';
import { repositoryPath } from './repositories/paths';
import {
  repositoriesRouteRef,
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
  const toRepositories = useRouteRef(repositoriesRouteRef);
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
      /** The portal's own page of a repository that it keeps, else the code host's. */
      repository: ({ type, owner, name, url }: TargetRepository) =>
        type === 'local' && toRepositories
          ? `${toRepositories()}${repositoryPath({ team: owner, name })}`
          : url,
      /** Keys and budget of a team. */
      teamCost: (teamRef: string) => `${entity(teamRef)}${COST_TAB_PATH}`,
      agentCost: (agentRef: string) => `${entity(agentRef)}${COST_TAB_PATH}`,
    };
  }, [toEntity, toRepositories, toScaffolder, toServer, toServers, toTemplate]);
}

function withQuery(path: string, query: Record<string, string>): string {
  const search = new URLSearchParams(query).toString();
  return search ? `${path}?${search}` : path;
}
