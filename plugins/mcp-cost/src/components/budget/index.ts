export { AskIncreaseDialog } from './AskIncreaseDialog';
export { BudgetBar } from './BudgetBar';
export { BudgetFacts } from './BudgetFacts';
export { BudgetLevel } from './BudgetLevel';
export { BudgetSection } from './BudgetSection';
export { standing } from './budgetWords';
export { IncreasesList } from './IncreasesList';
export { SetBudgetDialog } from './SetBudgetDialog';
