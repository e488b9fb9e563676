import {
  createFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { unstable_ClassNameGenerator as ClassNameGenerator } from '@mui/material/className';
import { mcpCostApi } from './api/mcpCostApi';
import { entityExtensions } from './entity';
import { CostsIcon } from './icons';
import { registryExtensions } from './registry';
import { costsRouteRef, serverRouteRef } from './routes';

// Backstage's theme styles MUI 5 under this prefix. It must be in force before
// any MUI component is loaded, so nothing that is imported above may use one,
// not even through an index file; pages and cards come later, through their
// loaders.
ClassNameGenerator.configure(name =>
  name.startsWith('v5-') ? name : `v5-${name}`,
);

const costsPage = PageBlueprint.make({
  name: 'costs',
  params: {
    path: '/mcp-costs',
    title: 'Costs',
    icon: <CostsIcon />,
    routeRef: costsRouteRef,
    noHeader: true,
    loader: () =>
      import('./pages/CostsRouter').then(pages => <pages.CostsRouter />),
  },
});

/**
 * Pages, entity tabs and cards for usage, cost, budgets and alerts.
 * @public
 */
export const mcpCostPlugin = createFrontendPlugin({
  pluginId: 'mcp-cost',
  title: 'MCP costs',
  info: { packageJson: () => import('../package.json') },
  routes: { costs: costsRouteRef },
  externalRoutes: { server: serverRouteRef },
  extensions: [
    mcpCostApi,
    costsPage,
    ...entityExtensions,
    ...registryExtensions,
  ],
});
