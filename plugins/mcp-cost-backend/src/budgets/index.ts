export type { BudgetReader } from './BudgetReader';
export { createBudgets } from './createBudgets';
export { forecastMonth } from './forecast';
export type { DayCost, MonthForecast } from './forecast';
