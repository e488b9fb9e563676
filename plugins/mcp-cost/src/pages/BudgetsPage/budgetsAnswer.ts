import type { BudgetStatus } from '@mcp-portal/plugin-mcp-cost-common';
import { counted } from '@mcp-portal/plugin-mcp-react';

/** `2 of 9 teams are over their budget, 1 is near it`. */
export function budgetsAnswer(
  statuses: BudgetStatus[],
  totalItems: number,
): string {
  const over = count(statuses, 'problem');
  const near = count(statuses, 'attention');
  const without = statuses.filter(status => !status.budget).length;
  // Those of the other pages are not known here, and nothing is said of them.
  const onThisPage = statuses.length < totalItems ? 'On this page, ' : '';
  if (over === 0 && near === 0 && onThisPage) {
    return counted(totalItems, 'team');
  }
  if (over === 0 && near === 0) {
    return without === statuses.length
      ? `${counted(totalItems, 'team')}, none with a budget`
      : `${counted(totalItems, 'team')}, all within budget`;
  }
  const parts = [
    over > 0 && `${counted(over, 'team has', 'teams have')} used up the budget`,
    near > 0 &&
      (over > 0
        ? `${counted(near, 'is', 'are')} near it`
        : `${counted(
            near,
            'team is',
            'teams are',
          )} near the end of the budget`),
  ];
  return onThisPage + parts.filter(Boolean).join(', ');
}

function count(statuses: BudgetStatus[], level: BudgetStatus['level']): number {
  return statuses.filter(status => status.budget && status.level === level)
    .length;
}
