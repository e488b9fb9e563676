import { createApiRef } from '@backstage/frontend-plugin-api';
import type { McpCostApi } from '@mcp-portal/plugin-mcp-cost-common';
import type { McpRegistryApi } from '@mcp-portal/plugin-mcp-registry-common';
import type { McpTemplatesApi } from '@mcp-portal/plugin-mcp-templates-common';

/**
 * What the forms and pages of the templates ask.
 * @public
 */
export const mcpTemplatesApiRef = createApiRef<McpTemplatesApi>().with({
  id: 'plugin.mcp-templates.templates',
  pluginId: 'mcp-templates',
});

/** The registry, as the forms and pages of the templates call it. */
export const registryApiRef = createApiRef<McpRegistryApi>().with({
  id: 'plugin.mcp-templates.registry',
  pluginId: 'mcp-templates',
});

/** Costs and budgets, as the forms and pages of the templates call them. */
export const costApiRef = createApiRef<McpCostApi>().with({
  id: 'plugin.mcp-templates.cost',
  pluginId: 'mcp-templates',
});
