/**
 * Pages, entity tabs and cards for usage, cost, budgets and alerts.
 *
 * @packageDocumentation
 */
export {};
