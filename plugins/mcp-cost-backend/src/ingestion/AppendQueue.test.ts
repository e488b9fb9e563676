import { systemScope } from '../access';
import type { PriceBook } from '../prices';
import {
  AppendResult,
  AttributedUsage,
  NewBatch,
  StalePricesError,
} from '../usage';
import { AppendQueue } from './AppendQueue';

const entry = (key: string): AttributedUsage => ({
  key,
  revision: 0,
  occurredAtMs: 0,
  attribution: {
    teamRef: 'group:default/payments',
    environment: 'production',
    kind: 'tool-call',
    agent: 'clerk',
    userRef: '',
    serverRef: '',
    serverHint: '',
    tool: '',
    model: '',
    provider: '',
    unit: '',
  },
  measures: {
    isCall: true,
    isError: false,
    inputTokens: 0,
    cachedInputTokens: 0,
    outputTokens: 0,
    quantityNanos: 0n,
  },
});

const bookOf = (version: number): PriceBook => ({
  version,
  priceOf: () => ({ costNanos: BigInt(version), priceId: version }),
});

/** A store whose appends end when the test says so. */
function setUp(options: { atOnce?: number; newest?: number } = {}) {
  const { atOnce = 1, newest = 1 } = options;
  const batches: NewBatch[] = [];
  const ends: (() => void)[] = [];
  const queue = new AppendQueue({
    store: {
      append: async (_scope, batch) => {
        if (batch.priceVersion !== newest) {
          throw new StalePricesError();
        }
        batches.push(batch);
        await new Promise<void>(resolve => {
          ends.push(resolve);
        });
        return { stored: batch.entries.length, duplicates: 0 };
      },
    },
    priceBooks: {
      current: async () => bookOf(1),
      refresh: async () => bookOf(newest),
    },
    scope: systemScope('test'),
    now: () => new Date(0),
    atOnce,
  });
  const append = (
    keys: string[],
    receivedFrom = 'key',
    source: NewBatch['source'] = 'otlp',
  ): Promise<AppendResult> =>
    queue.append({ source, receivedFrom, entries: keys.map(entry) });
  const settled = () => new Promise(resolve => setImmediate(resolve));
  const keysOf = () =>
    batches.map(({ entries }) => entries.map(({ key }) => key).join(''));
  return { append, batches, ends, keysOf, settled };
}

describe('The queue of what is stored', () => {
  it('stores together what waits from the same sender', async () => {
    const { append, ends, keysOf, settled } = setUp();
    const results = [
      append(['a']),
      append(['b']),
      append(['x'], 'other'),
      append(['c', 'd']),
    ];
    await settled();
    expect(keysOf()).toEqual(['a']);

    ends[0]();
    await settled();
    expect(keysOf()).toEqual(['a', 'bcd']);
    ends[1]();
    await settled();
    expect(keysOf()).toEqual(['a', 'bcd', 'x']);
    ends[2]();

    expect(await Promise.all(results)).toEqual([
      { stored: 1, duplicates: 0 },
      { stored: 1, duplicates: 0 },
      { stored: 1, duplicates: 0 },
      { stored: 2, duplicates: 0 },
    ]);
  });

  it('stores records apart, whose receipts say what was known', async () => {
    const { append, ends, keysOf, settled } = setUp();
    void append(['a'], 'key', 'usage');
    void append(['b'], 'key', 'usage');
    void append(['c'], 'key', 'usage');
    await settled();
    ends[0]();
    await settled();

    expect(keysOf()).toEqual(['a', 'b']);
  });

  it('has no more under way at once than it may', async () => {
    const { append, batches, settled } = setUp({ atOnce: 2 });
    ['a', 'b', 'c'].forEach(sender => append(['x'], sender));
    await settled();

    expect(batches).toHaveLength(2);
  });

  it('prices anew when prices have changed meanwhile', async () => {
    const { append, batches, ends, settled } = setUp({ newest: 2 });
    const result = append(['a']);
    await settled();
    ends[0]();

    expect(await result).toEqual({ stored: 1, duplicates: 0 });
    expect(batches[0].entries[0]).toMatchObject({ costNanos: 2n, priceId: 2 });
  });

  it('tells all whose usage was not stored, and goes on', async () => {
    const failing = new AppendQueue({
      store: {
        append: async () => {
          throw new Error('no disk');
        },
      },
      priceBooks: {
        current: async () => bookOf(1),
        refresh: async () => bookOf(1),
      },
      scope: systemScope('test'),
      now: () => new Date(0),
      atOnce: 1,
    });
    const tries = ['a', 'b', 'c'].map(key =>
      failing.append({
        source: 'otlp',
        receivedFrom: 'key',
        entries: [entry(key)],
      }),
    );

    for (const result of await Promise.allSettled(tries)) {
      expect(result).toMatchObject({ status: 'rejected' });
    }
  });
});
