import fc from 'fast-check';

import { systemScope } from '../../access';
import { describeOnBothDatabases } from '../../__testUtils__/databases';
import type { CatalogDirectory } from '../../catalog';
import {
  fillUsage,
  type TestUsage,
} from '../../rollups/reading/__testUtils__/fillUsage';
import { DatabaseUsageReader } from '../../rollups/reading';
import type { CallPlace } from './CallStore';
import { DatabaseCallStore } from './DatabaseCallStore';

const directory: CatalogDirectory = {
  current: () => Promise.reject(new Error('not asked')),
  membersOf: async () => [],
};
const scope = systemScope('test');
const FROM = Date.parse('2026-10-01T00:00:00Z');
const TO = Date.parse('2026-12-01T00:00:00Z');

describeOnBothDatabases('DatabaseCallStore', createKnex => {
  it('gives every event of a period once, the newest first, for any page size', async () => {
    // Many at the same time, and long gaps.
    const at = fc.oneof(
      fc.constantFrom(FROM, TO - 1, FROM + 7_200_000),
      fc.integer({ min: FROM - 86_400_000, max: TO + 86_400_000 }),
      fc.integer({ min: TO - 7_200_000, max: TO - 1 }),
    );
    const usage = fc.record<TestUsage>({
      at,
      tool: fc.constantFrom('read', 'write'),
      isError: fc.boolean(),
      counted: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(usage, { maxLength: 60 }),
        fc.integer({ min: 1, max: 9 }),
        fc.constantFrom(undefined, 'ok' as const, 'error' as const),
        fc.constantFrom({}, { tool: ['read'] }),
        async (usages, limit, outcome, filters) => {
          const knex = await createKnex();
          await fillUsage(knex, usages);
          const reader = new DatabaseUsageReader({ knex, directory });
          const store = new DatabaseCallStore({ knex, directory, reader });
          const seen: { key: string; at: number }[] = [];
          let after: CallPlace | undefined;
          for (;;) {
            const page = await store.list(scope, {
              fromMs: FROM,
              toMs: TO,
              filters,
              outcome,
              limit,
              after,
            });
            for (const event of page) {
              seen.push({ key: event.key, at: Date.parse(event.at) });
            }
            if (page.length < limit) {
              break;
            }
            const last = seen[seen.length - 1];
            after = { occurredAtMs: last.at, key: last.key };
          }
          const expected = usages
            .filter(
              each =>
                each.counted &&
                Number(each.at) >= FROM &&
                Number(each.at) < TO &&
                (!outcome || each.isError === (outcome === 'error')) &&
                (!filters.tool || each.tool === 'read'),
            )
            .map(each => Number(each.at))
            .sort((a, b) => b - a);
          expect(seen.map(each => each.at)).toEqual(expected);
          expect(new Set(seen.map(each => each.key)).size).toBe(seen.length);
        },
      ),
      { numRuns: 12 },
    );
  });
});
