/**
 * Pages, entity tabs and cards for usage, cost, budgets and alerts.
 *
 * @packageDocumentation
 */
export { mcpCostPlugin as default } from './plugin';
export { mcpCostApiRef } from './api/mcpCostApiRef';
