import { createExternalRouteRef } from '@backstage/frontend-plugin-api';

/** The registry's page of a server, where the registry is installed. */
export const serverRouteRef = createExternalRouteRef({
  params: ['namespace', 'name'],
  defaultTarget: 'mcp-registry.server',
});
