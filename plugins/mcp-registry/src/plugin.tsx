import {
  createExtensionInput,
  createFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  agentColumnDataRef,
  serverTabDataRef,
} from '@mcp-portal/plugin-mcp-react/extensions';
import { unstable_ClassNameGenerator as ClassNameGenerator } from '@mui/material/className';
import { mcpRegistryApi } from './api/mcpRegistryApi';
import { entityExtensions } from './entity';
import { AgentsIcon, ChangesIcon, ConventionsIcon, ServersIcon } from './icons';
import {
  agentsRouteRef,
  catalogGraphRouteRef,
  changesRouteRef,
  conventionsRouteRef,
  createServerRouteRef,
  serverRouteRef,
  serversRouteRef,
} from './routes';
import { searchExtensions } from './search';

// Backstage's theme styles MUI 5 under this prefix. It must be in force before
// any MUI component is loaded, so nothing that is imported above may use one,
// not even through an index file; pages and cards come later, through their
// loaders.
ClassNameGenerator.configure(name =>
  name.startsWith('v5-') ? name : `v5-${name}`,
);

const serversPage = PageBlueprint.makeWithOverrides({
  name: 'servers',
  inputs: { tabs: createExtensionInput([serverTabDataRef]) },
  factory(originalFactory, { inputs }) {
    const tabs = inputs.tabs.map(tab => tab.get(serverTabDataRef));
    return originalFactory({
      path: '/mcp-servers',
      title: 'MCP servers',
      icon: <ServersIcon />,
      routeRef: serversRouteRef,
      noHeader: true,
      loader: () =>
        import('./pages').then(pages => <pages.ServersRouter tabs={tabs} />),
    });
  },
});

const agentsPage = PageBlueprint.makeWithOverrides({
  name: 'agents',
  inputs: { columns: createExtensionInput([agentColumnDataRef]) },
  factory(originalFactory, { inputs }) {
    const columns = inputs.columns.map(one => one.get(agentColumnDataRef));
    return originalFactory({
      path: '/mcp-agents',
      title: 'MCP agents',
      icon: <AgentsIcon />,
      routeRef: agentsRouteRef,
      noHeader: true,
      loader: () =>
        import('./pages/AgentsPage').then(page => (
          <page.AgentsPage columns={columns} />
        )),
    });
  },
});

const changesPage = PageBlueprint.make({
  name: 'changes',
  params: {
    path: '/mcp-changes',
    title: 'MCP changes',
    icon: <ChangesIcon />,
    routeRef: changesRouteRef,
    noHeader: true,
    loader: () =>
      import('./pages/ChangesPage').then(page => <page.ChangesRouter />),
  },
});

const conventionsPage = PageBlueprint.make({
  name: 'conventions',
  params: {
    path: '/mcp-conventions',
    // Longer titles are cut in the navigation.
    title: 'Conventions',
    icon: <ConventionsIcon />,
    routeRef: conventionsRouteRef,
    noHeader: true,
    loader: () =>
      import('./pages/ConventionsPage').then(page => <page.ConventionsPage />),
  },
});

/**
 * Pages, entity tabs and cards for MCP servers and the agents that use them.
 * @public
 */
export const mcpRegistryPlugin = createFrontendPlugin({
  pluginId: 'mcp-registry',
  title: 'MCP registry',
  info: { packageJson: () => import('../package.json') },
  routes: {
    servers: serversRouteRef,
    server: serverRouteRef,
    agents: agentsRouteRef,
    changes: changesRouteRef,
    conventions: conventionsRouteRef,
  },
  externalRoutes: {
    catalogGraph: catalogGraphRouteRef,
    createServer: createServerRouteRef,
  },
  extensions: [
    mcpRegistryApi,
    serversPage,
    agentsPage,
    changesPage,
    conventionsPage,
    ...entityExtensions,
    ...searchExtensions,
  ],
});
