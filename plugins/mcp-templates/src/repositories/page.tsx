import { PageBlueprint } from '@backstage/frontend-plugin-api';
import { repositoriesRouteRef } from '../routes';

/** Where one comes to from a server or an agent, never from the navigation. */
export const repositoriesPage = PageBlueprint.make({
  name: 'repositories',
  params: {
    path: '/mcp-repositories',
    routeRef: repositoriesRouteRef,
    noHeader: true,
    loader: () => import('.').then(m => <m.RepositoriesRouter />),
  },
});
