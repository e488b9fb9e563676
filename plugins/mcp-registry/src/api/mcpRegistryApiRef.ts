import { createApiRef } from '@backstage/frontend-plugin-api';
import type { McpRegistryApi } from '@mcp-portal/plugin-mcp-registry-common';

/**
 * The registry, as the browser calls it.
 * @public
 */
export const mcpRegistryApiRef = createApiRef<McpRegistryApi>().with({
  id: 'plugin.mcp-registry.registry',
  pluginId: 'mcp-registry',
});
