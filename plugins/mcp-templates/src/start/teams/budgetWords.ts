import {
  formatMoney,
  type BudgetStatus,
} from '@mcp-portal/plugin-mcp-cost-common';

/** `$420 of $1,000 spent this month` */
export function spentWords(status: BudgetStatus, currency: string): string {
  const money = (nanos: string) =>
    formatMoney(nanos, currency, { brief: true });
  return status.limitNanos === undefined
    ? `${money(status.spentNanos)} spent this month`
    : `${money(status.spentNanos)} of ${money(
        status.limitNanos,
      )} spent this month`;
}

/** How a team stands with its money; undefined where there is no budget. */
export function standing(status: BudgetStatus): string | undefined {
  if (!status.budget) {
    return undefined;
  }
  switch (status.level) {
    case 'problem':
      return status.budget.blocks
        ? 'Used up: new work is blocked'
        : 'Used up, nothing is blocked';
    case 'attention':
      return 'Nearly used up';
    case 'good':
      return 'Within budget';
    default:
      return 'Not known';
  }
}
