import type { Knex } from 'knex';

import { LEDGER_TEAM, LOGISTICS, PAYMENTS } from '../../__testUtils__/people';
import {
  startTestCost,
  type TestCost,
} from '../../__testUtils__/startTestCost';
import {
  fillUsage,
  type TestUsage,
} from '../../rollups/reading/__testUtils__/fillUsage';

export const LEDGER = 'api:default/ledger';
export const FREIGHT = 'api:default/freight';
export const CLERK = 'component:default/clerk';
/** Of payments, and private. */
export const AUDITOR = 'component:default/auditor';
export const DISPATCHER = 'airesource:default/dispatcher';

/** Of November 2026, all but the last. Costs are few nano-units each. */
export const USAGES: TestUsage[] = [
  {
    at: '2026-11-02T10:00:00Z',
    teamRef: PAYMENTS,
    agent: CLERK,
    userRef: 'user:default/petra',
    serverRef: LEDGER,
    tool: 'read',
    costNanos: 100n,
    durationMs: 75,
    traceId: '0af76519-16cd-43dd-8448-eb211c80319c',
    spanId: 'b7ad6b7169203331',
  },
  {
    at: '2026-11-02T10:30:00Z',
    teamRef: PAYMENTS,
    agent: AUDITOR,
    serverRef: FREIGHT,
    tool: 'track',
    costNanos: 7n,
    isError: true,
    errorType: 'timeout',
    durationMs: 30_000,
  },
  {
    at: '2026-11-03T08:00:00Z',
    teamRef: LOGISTICS,
    agent: DISPATCHER,
    userRef: 'user:default/frank',
    serverRef: LEDGER,
    tool: 'write',
    costNanos: 50n,
  },
  {
    at: '2026-11-05T08:00:00Z',
    teamRef: LEDGER_TEAM,
    kind: 'model-call',
    environment: 'staging',
    agent: CLERK,
    model: 'm-1',
    provider: 'acme',
    inputTokens: 1_000,
    cachedInputTokens: 400,
    outputTokens: 50,
    costNanos: 20n,
  },
  {
    at: '2026-11-05T09:00:00Z',
    teamRef: PAYMENTS,
    agent: '=HYPERLINK("http://evil")',
    serverHint: 'billing.internal',
    tool: 'pay',
    costNanos: null,
  },
  {
    at: '2026-10-15T08:00:00Z',
    teamRef: PAYMENTS,
    agent: CLERK,
    serverRef: LEDGER,
    tool: 'read',
    costNanos: 80n,
  },
];

export const NOVEMBER = 'from=2026-11-01&to=2026-12-01';

/** The plugin, with this usage in its database. */
export async function startFilledCost(
  knex: Knex,
  usages: readonly TestUsage[] = USAGES,
): Promise<TestCost> {
  await fillUsage(knex, usages);
  return startTestCost(knex);
}
