import { createPermission } from '@backstage/plugin-permission-common';

/**
 * To see the usage and cost of all teams. Without it one sees that of one's own
 * teams, of the teams below them, and of the servers that these own.
 * @public
 */
export const mcpCostReadAllPermission = createPermission({
  name: 'mcp.cost.read.all',
  attributes: { action: 'read' },
});

/**
 * To change prices and to import bills.
 * @public
 */
export const mcpCostPricePermission = createPermission({
  name: 'mcp.cost.price',
  attributes: { action: 'update' },
});

/**
 * To set the budget of any team and to decide what it asks for. Without it one
 * may for the teams below one's own.
 * @public
 */
export const mcpCostBudgetPermission = createPermission({
  name: 'mcp.cost.budget',
  attributes: { action: 'update' },
});

/**
 * To manage the keys of any team, and to let a key report for other teams.
 * @public
 */
export const mcpCostKeyPermission = createPermission({
  name: 'mcp.cost.key',
  attributes: { action: 'update' },
});

/**
 * All permissions of usage and cost.
 * @public
 */
export const mcpCostPermissions = [
  mcpCostReadAllPermission,
  mcpCostPricePermission,
  mcpCostBudgetPermission,
  mcpCostKeyPermission,
];
