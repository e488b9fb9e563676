import { mockServices } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';

import { systemScope } from '../access';
import { describeOnBothDatabases } from '../__testUtils__/databases';
import { DatabaseRollupRunner } from '../rollups/DatabaseRollupRunner';
import { DatabaseRollupWriter } from '../rollups/DatabaseRollupWriter';
import { readTotal } from '../rollups/__testUtils__/readSums';
import { anEntry } from './__testUtils__/entries';
import { DatabaseUsageStore } from './DatabaseUsageStore';
import type { PricedUsage } from './UsageEntry';
import { StalePricesError } from './UsageStore';

const scope = systemScope('test');
const batchOf = (entries: PricedUsage[], priceVersion = 1) => ({
  source: 'usage' as const,
  receivedFrom: 'key-1',
  receivedAtMs: Date.parse('2026-11-20T12:00:01Z'),
  priceVersion,
  entries,
});

describeOnBothDatabases('DatabaseUsageStore', createKnex => {
  let knex: Knex;
  let store: DatabaseUsageStore;
  let runner: DatabaseRollupRunner;
  const append = (...entries: PricedUsage[]) =>
    store.append(scope, batchOf(entries));

  beforeEach(async () => {
    knex = await createKnex();
    store = new DatabaseUsageStore({ knex });
    runner = new DatabaseRollupRunner({
      knex,
      writer: new DatabaseRollupWriter({ knex }),
      logger: mockServices.logger.mock(),
      now: () => new Date(),
    });
  });
  afterEach(() => knex.destroy());

  it('stores a batch, and its sums once it is rolled up', async () => {
    expect(
      await append(
        anEntry('a'),
        anEntry('b', { measures: { isError: true }, costNanos: undefined }),
      ),
    ).toEqual({ stored: 2, duplicates: 0 });
    expect((await readTotal(knex)).events).toBe('0');

    await runner.catchUp();
    expect(await readTotal(knex)).toEqual({
      events: '2',
      calls: '2',
      errors: '1',
      cost_nanos: '1000000',
      unpriced_events: '1',
    });
    expect(await knex('usage_consumers').select('first_at', 'last_at')).toEqual(
      [
        {
          first_at: expect.anything(),
          last_at: expect.anything(),
        },
      ],
    );
  });

  it('counts a key once, however often it comes, and leaves no empty batch', async () => {
    await append(anEntry('a'), anEntry('a'), anEntry('b'));
    expect(await append(anEntry('b'), anEntry('a'))).toEqual({
      stored: 0,
      duplicates: 2,
    });
    await runner.catchUp();
    expect(await append(anEntry('a'), anEntry('c'))).toEqual({
      stored: 1,
      duplicates: 1,
    });
    await runner.catchUp();
    expect((await readTotal(knex)).events).toBe('3');
    expect(await knex('usage_batches').select('events')).toEqual([
      { events: 2 },
      { events: 1 },
    ]);
  });

  it('counts a key once that several send at the same time', async () => {
    const entries = Array.from({ length: 300 }, (_, n) =>
      anEntry(`e${n}`, { attribution: { tool: `tool-${n % 40}` } }),
    );
    const stores = [store, new DatabaseUsageStore({ knex })];
    const results = await Promise.all(
      [0, 1, 2, 3, 4, 5].map(n =>
        stores[n % 2].append(
          scope,
          batchOf(n % 3 ? [...entries].reverse() : entries),
        ),
      ),
    );
    expect(results.reduce((sum, { stored }) => sum + stored, 0)).toBe(300);
    await runner.catchUp();
    expect((await readTotal(knex)).events).toBe('300');
  });

  it.each(['before', 'after'])(
    'puts a higher revision in the place of the earlier one %s that is summed',
    async when => {
      await append(anEntry('a', { costNanos: 5n }), anEntry('b'));
      if (when === 'after') {
        await runner.catchUp();
      }
      const corrected = anEntry('a', {
        revision: 2,
        costNanos: 7n,
        attribution: { tool: 'other' },
      });
      expect(await append(corrected)).toEqual({ stored: 1, duplicates: 0 });
      expect(await append(corrected)).toEqual({ stored: 0, duplicates: 1 });
      await runner.catchUp();
      const late = anEntry('a', { revision: 1, costNanos: 100n });
      expect(await append(late, corrected)).toEqual({
        stored: 0,
        duplicates: 2,
      });
      await runner.catchUp();
      expect(await readTotal(knex)).toMatchObject({
        events: '2',
        cost_nanos: '1000007',
      });
    },
  );

  it('keeps the highest of revisions that wait together', async () => {
    await append(anEntry('a', { costNanos: 1n }));
    await append(anEntry('a', { revision: 3, costNanos: 3n }));
    await append(
      anEntry('a', { revision: 2, costNanos: 2n }),
      anEntry('a', { revision: 1, costNanos: 9n }),
    );
    await runner.catchUp();
    expect(await readTotal(knex)).toMatchObject({
      events: '1',
      cost_nanos: '3',
    });
    expect(
      await knex('usage_events').where('counted', true).select('revision'),
    ).toEqual([{ revision: 3 }]);
  });

  it('keeps the highest revision, though a lower one is summed after it', async () => {
    await append(anEntry('a', { costNanos: 1n }));
    await append(anEntry('a', { revision: 1, costNanos: 2n }));
    const late = knex('usage_batches').where('id', 2);
    await late.clone().update({ state: 'staged' });
    await append(anEntry('a', { revision: 2, costNanos: 3n }));
    await runner.catchUp();
    await late.clone().update({ state: 'pending' });
    await runner.catchUp();
    expect(await readTotal(knex)).toMatchObject({
      events: '1',
      cost_nanos: '3',
    });
  });

  it('goes on after a correction that came again while it was being summed', async () => {
    await append(anEntry('a', { costNanos: 1n }));
    const correction = anEntry('a', { revision: 1, costNanos: 2n });
    await append(correction);
    await runner.catchUp();
    // The second copy was stored by one who still saw what was there before.
    const current = knex('usage_events').where('key', correction.key);
    await current.clone().update({ revision: 0 });
    expect(await append(correction)).toMatchObject({ stored: 1 });
    await current.clone().update({ revision: 1 });
    await append(anEntry('a', { revision: 2, costNanos: 3n }));
    await runner.catchUp();
    await append(anEntry('a', { revision: 3, costNanos: 4n }));
    await runner.catchUp();
    expect(await readTotal(knex)).toMatchObject({
      events: '1',
      cost_nanos: '4',
    });
  });

  it('refuses what was priced with prices that no longer hold', async () => {
    await knex('price_book_state').update({ version: 2 });
    await expect(append(anEntry('a'))).rejects.toThrow(StalePricesError);
    expect(await knex('usage_batches')).toEqual([]);
  });

  it('keeps a staged import out of the sums', async () => {
    await store.append(scope, {
      ...batchOf([anEntry('a')]),
      importId: 'import-1',
    });
    await runner.catchUp();
    expect((await readTotal(knex)).events).toBe('0');
  });

  it('keeps texts and amounts exactly', async () => {
    const quantityNanos = 2n ** 60n + 1n;
    await append(
      anEntry('a', {
        costNanos: 2n ** 53n + 1n,
        attribution: { tool: 'a "b" {c},\\d\n é' },
        measures: { quantityNanos, errorType: 'say "no", {x} \\ NULL' },
      }),
    );
    await runner.catchUp();
    expect((await readTotal(knex)).cost_nanos).toBe(String(2n ** 53n + 1n));
    expect(
      await knex('usage_events as e')
        .join('usage_attributions as a', 'a.id', 'e.attribution_id')
        .select(
          knex.raw('CAST(quantity_nanos AS text) AS quantity'),
          'error_type',
          'tool',
        ),
    ).toEqual([
      {
        quantity: String(quantityNanos),
        error_type: 'say "no", {x} \\ NULL',
        tool: 'a "b" {c},\\d\n é',
      },
    ]);
  });

  it('sets aside a batch that cannot be summed, and sums the others', async () => {
    const huge = { measures: { quantityNanos: 9n * 10n ** 18n } };
    await append(anEntry('a', huge));
    await append(anEntry('b', huge));
    await append(anEntry('c'));
    await runner.catchUp();
    expect((await readTotal(knex)).events).toBe('2');
    expect(await knex('usage_batches').orderBy('id').select('state')).toEqual([
      { state: 'rolled' },
      { state: 'failed' },
      { state: 'rolled' },
    ]);
  });
});
