import { createFrontendPlugin } from '@backstage/frontend-plugin-api';

/**
 * The page for starting, the fields of the forms, and what a template's last
 * page shows.
 *
 * @public
 */
export const mcpTemplatesPlugin = createFrontendPlugin({
  pluginId: 'mcp-templates',
  extensions: [],
});
