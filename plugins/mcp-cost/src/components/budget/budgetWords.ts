import type { BudgetStatus } from '@mcp-portal/plugin-mcp-cost-common';
import { shownShare } from '../money';

/** How a team stands, in a few words; never by its colour alone. */
export function standing(status: BudgetStatus): string {
  if (!status.budget) {
    return 'No budget';
  }
  if (status.level === 'problem') {
    return status.budget.blocks ? 'Used up, new work is blocked' : 'Used up';
  }
  if (status.level === 'attention') {
    return `Above ${shownShare(status.budget.softThreshold)}`;
  }
  return status.level === 'good' ? 'Within budget' : 'Not known';
}

export const INCREASE_WORDS = {
  pending: 'Waits for a decision',
  granted: 'Granted',
  declined: 'Declined',
  withdrawn: 'Withdrawn',
} as const;
