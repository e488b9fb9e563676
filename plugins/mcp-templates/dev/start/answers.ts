import type {
  BudgetStatus,
  ServiceKey,
} from '@mcp-portal/plugin-mcp-cost-common';
import type {
  ServerPage,
  ServerSummary,
} from '@mcp-portal/plugin-mcp-registry-common';

/** A page of servers with these names, of which there are `totalItems`. */
export function fakeServers(
  names: string[],
  totalItems: number = names.length,
): ServerPage {
  return {
    totalItems,
    items: names.map(
      (name): ServerSummary => ({
        ref: `api:default/${name}`,
        namespace: 'default',
        name,
        owner: { ref: 'group:default/payments', exists: true },
        lifecycle: 'production',
        trust: 'internal',
        visibility: 'organisation',
        sample: false,
        health: { level: 'good', reason: '', stale: false, running: false },
        dependents: 0,
      }),
    ),
  };
}

/** A key of a team. */
export function fakeKey(state: ServiceKey['state']): ServiceKey {
  return {
    id: `key-${state}`,
    teamRef: 'group:default/payments',
    name: 'Pipeline',
    scopes: ['publish'],
    prefix: 'mcpk_ab12',
    createdBy: 'user:default/ada',
    createdAt: '2026-11-01T00:00:00Z',
    expiresAt: '2027-01-30T00:00:00Z',
    state,
    reportsFor: [],
    mayManage: true,
  };
}

const UNIT = 1_000_000_000n;

/** A team that spent so many of its hundred. */
export function fakeBudget(
  spent: number,
  changes: Partial<BudgetStatus> = {},
): BudgetStatus {
  const spentNanos = String(BigInt(spent) * UNIT);
  const limitNanos = String(100n * UNIT);
  return {
    teamRef: 'group:default/payments',
    budget: {
      teamRef: 'group:default/payments',
      amountNanos: limitNanos,
      softThreshold: 0.8,
      blocks: true,
      setBy: 'user:default/ada',
      setAt: '2026-11-01T00:00:00Z',
    },
    limitNanos,
    spentNanos,
    usedShare: spent / 100,
    level: spent >= 100 ? 'problem' : 'good',
    forecast: {
      month: '2026-11',
      spentNanos,
      expectedNanos: spentNanos,
      lowNanos: spentNanos,
      highNanos: spentNanos,
      daysOfHistory: 20,
    },
    burn: [],
    may: { set: false, ask: true, decide: false },
    ...changes,
  };
}
