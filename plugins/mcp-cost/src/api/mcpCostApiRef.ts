import { createApiRef } from '@backstage/frontend-plugin-api';
import type { McpCostApi } from '@mcp-portal/plugin-mcp-cost-common';

/**
 * Usage, cost and budgets, as the browser calls them.
 * @public
 */
export const mcpCostApiRef = createApiRef<McpCostApi>().with({
  id: 'plugin.mcp-cost.cost',
  pluginId: 'mcp-cost',
});
