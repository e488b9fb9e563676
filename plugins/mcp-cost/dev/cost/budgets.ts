import type {
  BudgetIncrease,
  BudgetStatus,
} from '@mcp-portal/plugin-mcp-cost-common';

/** A team that spends 40 of 100 and will end the month at 60. */
export function fakeBudget(changes: Partial<BudgetStatus> = {}): BudgetStatus {
  return {
    teamRef: 'group:default/payments',
    title: 'Payments',
    budget: {
      teamRef: 'group:default/payments',
      amountNanos: '100000000000',
      softThreshold: 0.8,
      blocks: true,
      setBy: 'user:default/amara',
      setAt: '2026-10-01T08:00:00Z',
    },
    limitNanos: '100000000000',
    spentNanos: '40000000000',
    usedShare: 0.4,
    level: 'good',
    forecast: {
      month: '2026-11',
      spentNanos: '40000000000',
      expectedNanos: '60000000000',
      lowNanos: '50000000000',
      highNanos: '70000000000',
      daysOfHistory: 60,
    },
    burn: [
      { day: '2026-11-01', spentNanos: '10000000000' },
      { day: '2026-11-02', spentNanos: '40000000000' },
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
    amountNanos: '25000000000',
    reason: 'The year-end run',
    askedBy: 'user:default/noor',
    askedAt: '2026-11-20T08:00:00Z',
    state: 'pending',
    mayDecide: false,
    ...changes,
  };
}
