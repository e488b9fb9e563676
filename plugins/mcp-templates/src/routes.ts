import {
  createExternalRouteRef,
  createRouteRef,
} from '@backstage/frontend-plugin-api';

/** The registry's page of a server, where the registry is installed. */
export const serverRouteRef = createExternalRouteRef({
  params: ['namespace', 'name'],
  defaultTarget: 'mcp-registry.server',
});

/** The registry's list of servers. */
export const serversRouteRef = createExternalRouteRef({
  defaultTarget: 'mcp-registry.servers',
});

/** Upstream's Create page. */
export const scaffolderRouteRef = createExternalRouteRef({
  defaultTarget: 'scaffolder.root',
});

/** Upstream's form of a template. */
export const templateRouteRef = createExternalRouteRef({
  params: ['namespace', 'templateName'],
  defaultTarget: 'scaffolder.selectedTemplate',
});

/** The repositories that the portal keeps itself; each is a part of the path below it. */
export const repositoriesRouteRef = createRouteRef();

/** The pages of cost. */
export const costsRouteRef = createExternalRouteRef({
  defaultTarget: 'mcp-cost.costs',
});
