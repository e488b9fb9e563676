import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { unstable_ClassNameGenerator as ClassNameGenerator } from '@mui/material/className';
import { apis } from './api';
import { repositoriesPage } from './repositories/page';
import {
  costsRouteRef,
  repositoriesRouteRef,
  scaffolderRouteRef,
  serverRouteRef,
  serversRouteRef,
  templateRouteRef,
} from './routes';

// Backstage's theme styles MUI 5 under this prefix. It must be in force before
// any MUI component is loaded, so nothing that is imported above may use one,
// not even through an index file; fields and pages come later, through their
// loaders.
ClassNameGenerator.configure(name =>
  name.startsWith('v5-') ? name : `v5-${name}`,
);

/**
 * The page for starting, the fields of the forms, and what a template's last
 * page shows.
 *
 * @public
 */
export const mcpTemplatesPlugin = createFrontendPlugin({
  pluginId: 'mcp-templates',
  title: 'MCP templates',
  info: { packageJson: () => import('../package.json') },
  routes: { repositories: repositoriesRouteRef },
  externalRoutes: {
    costs: costsRouteRef,
    create: scaffolderRouteRef,
    server: serverRouteRef,
    servers: serversRouteRef,
    template: templateRouteRef,
  },
  extensions: [...apis, repositoriesPage],
});
