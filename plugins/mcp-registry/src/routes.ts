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

/** Where servers are made, in an app that has such a page. */
export const createServerRouteRef = createExternalRouteRef({
  defaultTarget: 'scaffolder.root',
});
