import type {
  BudgetIncrease,
  BudgetStatus,
} from '@mcp-portal/plugin-mcp-cost-common';
import { budgetStatus, units } from './answers';

/** A team that spends 40 of 100 and will end the month at 60. */
export function fakeBudget(changes: Partial<BudgetStatus> = {}): BudgetStatus {
  const status = budgetStatus();
  return {
    ...status,
    budget: status.budget && { ...status.budget, amountNanos: units(100) },
    limitNanos: units(100),
    spentNanos: units(40),
    usedShare: 0.4,
    forecast: {
      ...status.forecast,
      spentNanos: units(40),
      expectedNanos: units(60),
      lowNanos: units(50),
      highNanos: units(70),
    },
    burn: [
      { day: '2026-11-01', spentNanos: units(10) },
      { day: '2026-11-02', spentNanos: units(40) },
    ],
    may: { set: false, ask: true, decide: false },
    ...changes,
  };
}

/** What that team asked for, waiting to be decided. */
export function fakeIncrease(
  changes: Partial<BudgetIncrease> = {},
): BudgetIncrease {
  return {
    id: 'increase-1',
    teamRef: 'group:default/payments',
    title: 'Payments',
    month: '2026-11',
    amountNanos: units(25),
    reason: 'The year-end run',
    askedBy: 'user:default/noor',
    askedAt: '2026-11-20T08:00:00Z',
    state: 'pending',
    mayDecide: false,
    ...changes,
  };
}
