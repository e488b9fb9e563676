import {
  createExternalRouteRef,
  createRouteRef,
  createSubRouteRef,
} from '@backstage/frontend-plugin-api';

export const serversRouteRef = createRouteRef();

export const serverRouteRef = createSubRouteRef({
  parent: serversRouteRef,
  path: '/:namespace/:name',
});

export const agentsRouteRef = createRouteRef();

export const changesRouteRef = createRouteRef();

export const conventionsRouteRef = createRouteRef();

export const catalogGraphRouteRef = createExternalRouteRef({
  defaultTarget: 'catalog-graph.catalogGraph',
});
