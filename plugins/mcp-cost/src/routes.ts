import {
  createExternalRouteRef,
  createRouteRef,
  createSubRouteRef,
} from '@backstage/frontend-plugin-api';

/** The Costs pages; each of them is a part of the path below it. */
export const costsRouteRef = createRouteRef();

export const alertsRouteRef = createSubRouteRef({
  parent: costsRouteRef,
  path: '/alerts',
});

export const budgetsRouteRef = createSubRouteRef({
  parent: costsRouteRef,
  path: '/budgets',
});

export const idleRouteRef = createSubRouteRef({
  parent: costsRouteRef,
  path: '/idle',
});

/** The registry's page of a server, where the registry is installed. */
export const serverRouteRef = createExternalRouteRef({
  params: ['namespace', 'name'],
  defaultTarget: 'mcp-registry.server',
});
