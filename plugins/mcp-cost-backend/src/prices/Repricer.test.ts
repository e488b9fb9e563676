import { mockServices } from '@backstage/backend-test-utils';
import type {
  PriceAmounts,
  PriceSubject,
} from '@mcp-portal/plugin-mcp-cost-common';
import type { Knex } from 'knex';

import { describeOnBothDatabases } from '../__testUtils__/databases';
import { systemScope } from '../access';
import { DatabaseRollupRunner } from '../rollups/DatabaseRollupRunner';
import { DatabaseRollupWriter } from '../rollups/DatabaseRollupWriter';
import { readTotal } from '../rollups/__testUtils__/readSums';
import { DAY_MS, dayOf } from '../time/days';
import { Attribution, DatabaseUsageStore, StalePricesError } from '../usage';
import { anEntry, NOON } from '../usage/__testUtils__/entries';
import { createPriceBooks } from './createPriceBooks';
import { DatabasePriceStore } from './DatabasePriceStore';
import { DatabaseRepricingStore } from './DatabaseRepricingStore';
import type { PriceBooks } from './PriceBook';
import { Repricer } from './Repricer';

const SCOPE = systemScope('test');
const DAY = dayOf(NOON);
const PAGE = { limit: 10, offset: 0 };
const BILLING = 'api:default/billing';

describeOnBothDatabases('Repricer', createKnex => {
  let knex: Knex;
  let usage: DatabaseUsageStore;
  let prices: DatabasePriceStore;
  let repricings: DatabaseRepricingStore;
  let books: PriceBooks;
  let writer: DatabaseRollupWriter;
  let runner: DatabaseRollupRunner;

  beforeEach(async () => {
    knex = await createKnex();
    const now = () => new Date(NOON + 3_600_000);
    const logger = mockServices.logger.mock();
    usage = new DatabaseUsageStore({ knex });
    prices = new DatabasePriceStore({ knex, now });
    repricings = new DatabaseRepricingStore({ knex, now });
    books = createPriceBooks({ knex, now });
    writer = new DatabaseRollupWriter({ knex });
    runner = new DatabaseRollupRunner({ knex, now, logger, writer });
  });

  const repricerWith = (rollupWriter: DatabaseRollupWriter) =>
    new Repricer({
      knex,
      repricings,
      priceBooks: books,
      rollupWriter,
      shareFees: async () => {
        throw new Error('there are no fees');
      },
      logger: mockServices.logger.mock(),
    });

  const setPrice = (
    amounts: PriceAmounts,
    fromDay: number,
    subject: PriceSubject = { kind: 'tool-call', serverRef: BILLING },
  ) => prices.add(SCOPE, { subject, amounts, validFrom: fromDay });

  async function send(
    count: number,
    options: { day?: number; attribution?: Partial<Attribution> } = {},
  ) {
    const { day = DAY, attribution } = options;
    const book = await books.refresh();
    const name = JSON.stringify(options);
    await usage.append(SCOPE, {
      source: 'usage',
      receivedFrom: 'key',
      receivedAtMs: NOON,
      priceVersion: book.version,
      entries: Array.from({ length: count }, (_, index) => {
        const entry = anEntry(`${name} ${index}`, {
          // Several at the same time: the order is told by more than that.
          occurredAtMs: day * DAY_MS + Math.floor(index / 7),
          attribution,
        });
        const { costNanos: _cost, priceId: _price, ...unpriced } = entry;
        return {
          ...unpriced,
          ...book.priceOf(
            entry.attribution,
            entry.measures,
            entry.occurredAtMs,
          ),
        };
      }),
    });
  }

  const listed = async () => (await repricings.list(SCOPE, PAGE)).items;

  it('prices what is stored from the day on, and tells what that did', async () => {
    await send(10, { day: DAY - 2 });
    await send(5_000);
    await send(20, { attribution: { serverRef: 'api:default/other' } });
    await runner.catchUp();
    expect(await readTotal(knex)).toMatchObject({
      cost_nanos: '0',
      unpriced_events: '5030',
    });

    await setPrice({ perUnit: '0.002' }, DAY - 1);
    await repricerWith(writer).catchUp();
    expect(await readTotal(knex)).toMatchObject({
      events: '5030',
      calls: '5030',
      cost_nanos: String(5_000n * 2_000_000n),
      unpriced_events: '30',
    });
    expect(await listed()).toEqual([
      expect.objectContaining({
        state: 'done',
        from: '2026-11-19',
        events: 5_000,
        done: 5_000,
        costBeforeNanos: '0',
        costAfterNanos: '10000000000',
        finishedAt: expect.any(String),
      }),
    ]);
  });

  it('goes up to the next price, and back when one is taken away', async () => {
    await setPrice({ perUnit: '1' }, DAY - 5);
    for (const day of [DAY - 3, DAY - 2, DAY - 1, DAY]) {
      await send(10, { day });
    }
    await runner.catchUp();
    await setPrice({ perUnit: '3' }, DAY);
    const { priceId } = await setPrice({ perUnit: '2' }, DAY - 2);
    await repricerWith(writer).catchUp();
    const total = async () => (await readTotal(knex)).cost_nanos;
    expect(await total()).toBe(String(10n * (1n + 2n + 2n + 3n) * 10n ** 9n));
    await prices.remove(SCOPE, priceId);
    await repricerWith(writer).catchUp();
    expect(await total()).toBe(String(10n * (1n + 1n + 1n + 3n) * 10n ** 9n));
    expect((await listed())[0]).toMatchObject({
      events: 20,
      costBeforeNanos: String(40n * 10n ** 9n),
      costAfterNanos: String(20n * 10n ** 9n),
    });
  });

  it('prices what is not summed yet, and what does not count', async () => {
    await send(5);
    await runner.catchUp();
    await send(6, { attribution: { tool: 'pay' } });
    await knex('usage_events')
      .where('key', (await knex('usage_events').first('key')).key)
      .update({ cost_nanos: null });
    await setPrice({ perUnit: '1' }, DAY);
    await repricerWith(writer).catchUp();
    expect(await knex('usage_events').whereNull('cost_nanos')).toEqual([]);
    expect((await readTotal(knex)).events).toBe('5');
    await runner.catchUp();
    expect(await readTotal(knex)).toMatchObject({
      events: '11',
      cost_nanos: '11000000000',
    });
  });

  it('goes on where it was after a crash, and counts nothing twice', async () => {
    await send(4_500);
    await runner.catchUp();
    await setPrice({ perUnit: '0.5' }, DAY - 1);

    class DyingWriter extends DatabaseRollupWriter {
      #turns = 0;
      async inTurn<T>(work: (tx: Knex.Transaction) => Promise<T>): Promise<T> {
        this.#turns += 1;
        const dies = this.#turns === 2;
        return super.inTurn(async tx => {
          const result = await work(tx);
          if (dies) {
            throw new Error('the database is gone');
          }
          return result;
        });
      }
    }
    await expect(
      repricerWith(new DyingWriter({ knex })).catchUp(),
    ).rejects.toThrow('the database is gone');
    expect((await listed())[0]).toMatchObject({
      state: 'running',
      done: 2_000,
      error: 'the database is gone',
    });
    expect((await readTotal(knex)).cost_nanos).toBe('1000000000000');

    await repricerWith(writer).catchUp();
    expect((await listed())[0]).toMatchObject({
      state: 'done',
      done: 4_500,
      costAfterNanos: '2250000000000',
    });
    expect((await readTotal(knex)).cost_nanos).toBe('2250000000000');
  });

  it('takes a rest from many attributions, though they have no events then', async () => {
    for (let index = 0; index < 1_200; index += 100) {
      const book = await books.refresh();
      await usage.append(SCOPE, {
        source: 'usage',
        receivedFrom: 'key',
        receivedAtMs: NOON,
        priceVersion: book.version,
        entries: Array.from({ length: 100 }, (_, more) =>
          anEntry(`${index + more}`, {
            occurredAtMs: (index + more > 1_190 ? DAY : DAY - 9) * DAY_MS,
            costNanos: undefined,
            priceId: undefined,
            attribution: { userRef: `user:default/u-${index + more}` },
          }),
        ),
      });
    }
    await runner.catchUp();
    await setPrice({ perUnit: '1' }, DAY);
    const inTurn = jest.spyOn(writer, 'inTurn');
    await repricerWith(writer).catchUp();
    expect(inTurn).toHaveBeenCalledTimes(3);
    expect(await readTotal(knex)).toMatchObject({
      cost_nanos: '9000000000',
      unpriced_events: '1191',
    });
  });

  it('shares the work with another replica', async () => {
    await send(5_000);
    await send(3_000, { attribution: { tool: 'pay' } });
    await runner.catchUp();
    await setPrice({ perUnit: '2' }, DAY);
    await setPrice({ perUnit: '1' }, DAY, {
      kind: 'tool-call',
      serverRef: BILLING,
      tool: 'pay',
    });
    await Promise.all([
      repricerWith(writer).catchUp(),
      repricerWith(new DatabaseRollupWriter({ knex })).catchUp(),
    ]);
    expect((await readTotal(knex)).cost_nanos).toBe('13000000000000');
    expect(await listed()).toMatchObject([
      { state: 'done', done: 3_000 },
      { state: 'done', done: 8_000 },
    ]);
  });

  it('has failed after many failures, and lets others go on', async () => {
    await send(1);
    await runner.catchUp();
    const { repricingId } = await setPrice({ perUnit: '2' }, DAY);
    for (let failure = 0; failure < 10; failure++) {
      await repricings.fail(SCOPE, repricingId!, 'no');
    }
    expect((await listed())[0]).toMatchObject({ state: 'failed', error: 'no' });
    await setPrice({ perUnit: '1' }, DAY, { kind: 'unit', unit: 'page' });
    await repricerWith(writer).catchUp();
    expect((await listed())[0].state).toBe('done');
  });

  it('prices the tokens of models that a pattern matches', async () => {
    const model = (name: string): Partial<Attribution> => ({
      kind: 'model-call',
      serverRef: '',
      tool: '',
      model: name,
    });
    await usage.append(SCOPE, {
      source: 'otlp',
      receivedFrom: 'key',
      receivedAtMs: NOON,
      priceVersion: (await books.refresh()).version,
      entries: ['claude-opus', 'Claude-Haiku', 'gpt'].map(name =>
        anEntry(name, {
          costNanos: undefined,
          priceId: undefined,
          attribution: model(name),
          measures: {
            inputTokens: 1_000_000,
            cachedInputTokens: 2_000_000,
            outputTokens: 1,
          },
        }),
      ),
    });
    await runner.catchUp();
    await setPrice({ inputPerMillion: '3', outputPerMillion: '15' }, DAY, {
      kind: 'model-tokens',
      model: 'claude-*',
    });
    await repricerWith(writer).catchUp();
    expect(await readTotal(knex)).toMatchObject({
      cost_nanos: String(2n * (9_000_000_000n + 15_000n)),
      unpriced_events: '1',
    });
  });

  it('has calls covered by hosting while it is paid for', async () => {
    await send(3, { day: DAY - 2 });
    await send(5);
    await send(2, { attribution: { serverRef: 'api:default/other' } });
    await runner.catchUp();
    const unpriced = async () => (await readTotal(knex)).unpriced_events;
    const { priceId } = await setPrice({ perUnit: '0.1' }, DAY - 1, {
      kind: 'hosting-hour',
      serverRef: BILLING,
    });
    await repricerWith(writer).catchUp();
    expect(await unpriced()).toBe('5');
    expect(await knex('usage_events').where('price_id', priceId)).toHaveLength(
      5,
    );
    expect((await readTotal(knex)).cost_nanos).toBe('0');
    await prices.remove(SCOPE, priceId);
    await repricerWith(writer).catchUp();
    expect(await unpriced()).toBe('10');
  });

  it('lets nothing be stored with prices that no longer hold', async () => {
    const old = await books.current();
    await setPrice({ perUnit: '1' }, DAY);
    const append = (priceVersion: number) =>
      usage.append(SCOPE, {
        source: 'usage',
        receivedFrom: 'key',
        receivedAtMs: NOON,
        priceVersion,
        entries: [anEntry('late')],
      });
    await expect(append(old.version)).rejects.toThrow(StalePricesError);
    expect((await books.current()).version).toBe(old.version);
    const refreshed = await books.refresh();
    expect(await books.current()).toBe(refreshed);
    expect(await append(refreshed.version)).toMatchObject({ stored: 1 });
  });
});
