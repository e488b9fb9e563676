export type { BudgetReader } from './BudgetReader';
