export type { BudgetReader } from './BudgetReader';
export { createBudgets } from './createBudgets';
export { DatabaseIncreaseStore } from './DatabaseIncreaseStore';
export { forecastMonth, monthOf } from './forecast';
export type { DayCost, MonthForecast } from './forecast';
