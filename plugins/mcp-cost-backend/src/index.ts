/**
 * Usage, cost, budgets and alerts of MCP servers and agents.
 *
 * @packageDocumentation
 */
export { mcpCostPlugin as default } from './plugin';
