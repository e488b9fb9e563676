import {
  DIMENSIONS,
  type Breakdown,
  type Dimension,
  type SeriesAnswer,
} from '@mcp-portal/plugin-mcp-cost-common';
import fc from 'fast-check';

import { describeOnBothDatabases } from '../__testUtils__/databases';
import {
  DORA,
  FIONA,
  FRANK,
  LEDGER_TEAM,
  LOGISTICS,
  PAYMENTS,
  PETRA,
} from '../__testUtils__/people';
import type { TestUsage } from '../rollups/reading/__testUtils__/fillUsage';
import {
  AUDITOR,
  CLERK,
  DISPATCHER,
  FREIGHT,
  LEDGER,
  NOVEMBER,
  startFilledCost,
} from './__testUtils__/filledCost';

const some = fc.record<TestUsage>({
  at: fc
    .integer({
      min: Date.parse('2026-11-01T00:00:00Z'),
      max: Date.parse('2026-11-30T23:59:59Z'),
    })
    .map(ms => new Date(ms).toISOString()),
  teamRef: fc.constantFrom(PAYMENTS, LOGISTICS, LEDGER_TEAM),
  environment: fc.constantFrom('production', 'staging'),
  kind: fc.constantFrom('tool-call', 'model-call'),
  agent: fc.constantFrom('', CLERK, AUDITOR, DISPATCHER, 'a script'),
  userRef: fc.constantFrom('', 'user:default/petra', 'user:default/frank'),
  serverRef: fc.constantFrom('', LEDGER, FREIGHT),
  tool: fc.constantFrom('', 'read', 'write'),
  model: fc.constantFrom('', 'm-1'),
  isError: fc.boolean(),
  costNanos: fc.bigInt({ min: 0n, max: 10n ** 17n }),
});

const total = (amounts: string[]) =>
  String(amounts.reduce((sum, amount) => sum + BigInt(amount), 0n));

describeOnBothDatabases('the parts of an answer', createKnex => {
  it('sum to the whole, by any two dimensions, for everyone', async () => {
    const usages = fc.sample(some, 150);
    const cost = await startFilledCost(await createKnex(), usages);
    const pair = fc.uniqueArray(fc.constantFrom(...DIMENSIONS), {
      minLength: 1,
      maxLength: 2,
    });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(PETRA, FRANK, DORA, FIONA),
        pair,
        async (who, by) => {
          const ask = async <T>(path: string): Promise<T> =>
            (await cost.ask<T>(who, 'GET', path)).body;
          const query = by.map((each: Dimension) => `by=${each}`).join('&');
          const {
            items,
            totalItems,
            total: whole,
          } = await ask<Breakdown>(`/breakdown?${NOVEMBER}&${query}&limit=200`);
          expect(items).toHaveLength(totalItems);
          expect(total(items.map(item => item.measures.costNanos))).toBe(
            whole.costNanos,
          );
          const series = await ask<SeriesAnswer>(
            `/series?${NOVEMBER}&by=${by[0]}&top=2`,
          );
          expect(total(series.series.flatMap(line => line.costNanos))).toBe(
            whole.costNanos,
          );
        },
      ),
      { numRuns: 40 },
    );
    await cost.backend.stop();
  });
});
