import { mockServices } from '@backstage/backend-test-utils';
import fc from 'fast-check';
import type { Knex } from 'knex';

import { systemScope } from '../../access';
import { describeOnBothDatabases } from '../../__testUtils__/databases';
import type { PricedUsage } from '../../usage';
import { DatabaseUsageStore } from '../../usage';
import { aSpan } from '../../usage/__testUtils__/entries';
import { readTotal } from '../__testUtils__/readSums';
import { DatabaseRollupRunner } from '../DatabaseRollupRunner';
import { DatabaseRollupWriter } from '../DatabaseRollupWriter';

const scope = systemScope('test');

interface Setup {
  append(...entries: PricedUsage[]): Promise<unknown>;
  /** Rolls up, and tells how many calls there are. */
  calls(): Promise<number>;
}

function setUp(knex: Knex): Setup {
  const stores = [0, 1].map(() => new DatabaseUsageStore({ knex }));
  const runner = new DatabaseRollupRunner({
    knex,
    writer: new DatabaseRollupWriter({ knex }),
    logger: mockServices.logger.mock(),
    now: () => new Date(),
  });
  return {
    append: (...entries) =>
      Promise.all(
        stores.map(store =>
          store.append(scope, {
            source: 'otlp',
            receivedFrom: 'key-1',
            receivedAtMs: 0,
            priceVersion: 1,
            entries,
          }),
        ),
      ),
    calls: async () => {
      await runner.catchUp();
      return Number((await readTotal(knex)).calls);
    },
  };
}

describeOnBothDatabases('settleSpans', createKnex => {
  let knex: Knex;
  let usage: Setup;
  beforeEach(async () => {
    knex = await createKnex();
    usage = setUp(knex);
  });
  afterEach(() => knex.destroy());

  it('takes an inner span out of the sums when the outer one comes', async () => {
    await usage.append(
      aSpan({ trace: '1', span: 'b', parent: 'a', layer: 'client' }),
    );
    expect(await usage.calls()).toBe(1);
    await usage.append(aSpan({ trace: '1', span: 'a', layer: 'tool' }));
    expect(await usage.calls()).toBe(1);
    expect(
      await knex('usage_events').where('counted', true).select('layer'),
    ).toEqual([{ layer: 1 }]);
  });

  it('keeps what the sender said of its own spans', async () => {
    const outer = aSpan({ trace: '1', span: 'a', layer: 'tool', tool: 'x.y' });
    await usage.append(
      outer,
      aSpan({ trace: '1', span: 'b', layer: 'client', replacedBy: outer.key }),
    );
    await usage.append(
      aSpan({ trace: '1', span: 'c', parent: 'b', layer: 'server' }),
    );
    expect(await usage.calls()).toBe(1);
  });

  it('pairs spans that only their time and tool connect', async () => {
    await usage.append(
      aSpan({
        trace: '1',
        span: '1',
        layer: 'server',
        startMs: 200,
        durationMs: 500,
      }),
      aSpan({
        trace: '1',
        span: '2',
        layer: 'server',
        startMs: 150,
        durationMs: 900,
      }),
      aSpan({ trace: '1', span: '3', layer: 'server', tool: 'other' }),
    );
    expect(await usage.calls()).toBe(3);
    await usage.append(
      aSpan({
        trace: '1',
        span: '4',
        layer: 'client',
        startMs: 0,
        durationMs: 2_000,
      }),
      aSpan({
        trace: '1',
        span: '5',
        layer: 'client',
        startMs: 100,
        durationMs: 700,
      }),
    );
    expect(await usage.calls()).toBe(3);
  });

  it('counts each of the calls that one tool makes', async () => {
    await usage.append(
      aSpan({ trace: '1', span: 'a', layer: 'tool' }),
      aSpan({ trace: '1', span: 'b', parent: 'a', layer: 'client' }),
      aSpan({ trace: '1', span: 'c', parent: 'a', layer: 'client' }),
    );
    expect(await usage.calls()).toBe(2);
  });

  it('counts the span that knows the server, of the same team', async () => {
    await usage.append(
      aSpan({ trace: '1', span: 'a', layer: 'tool', serverRef: '' }),
    );
    await usage.append(
      aSpan({ trace: '1', span: 'b', parent: 'a', layer: 'client' }),
    );
    expect(await usage.calls()).toBe(1);
    expect(
      await knex('usage_events').where('counted', true).select('layer'),
    ).toEqual([{ layer: 2 }]);
  });

  it('counts an inner span again when the outer one is corrected away', async () => {
    const outer = aSpan({ trace: '1', span: 'a', layer: 'tool' });
    await usage.append(
      outer,
      aSpan({ trace: '1', span: 'b', parent: 'a', layer: 'client' }),
    );
    expect(await usage.calls()).toBe(1);
    await usage.append({
      ...outer,
      revision: 1,
      span: undefined,
      measures: { ...outer.measures, isCall: false },
    });
    expect(await usage.calls()).toBe(1);
    expect(
      await knex('usage_events')
        .where('counted', true)
        .orderBy('layer')
        .select('layer'),
    ).toEqual([{ layer: 0 }, { layer: 2 }]);
  });

  it('counts calls once, whatever the order and the batches of their spans', async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(deliveries(), async ({ calls, batches }) => {
        const before = await usage.calls();
        run += 1;
        const trace = String(run);
        for (const { spans, rollsUp } of batches) {
          await usage.append(...spans.map(span => aSpan({ ...span, trace })));
          if (rollsUp) {
            await usage.calls();
          }
        }
        expect((await usage.calls()) - before).toBe(calls);
      }),
      { numRuns: 60 },
    );
  });
});

type Span = Omit<Parameters<typeof aSpan>[0], 'trace'>;

/** The spans of some calls of one trace, in random batches, some of them twice. */
function deliveries() {
  const call = fc.record({
    tool: fc.constantFrom('search', 'fetch'),
    layers: fc.subarray(['tool', 'client', 'server'] as const, {
      minLength: 1,
    }),
    // Whether parents are told; else only time and tool connect the spans.
    linked: fc.boolean(),
    repeated: fc.boolean(),
  });
  return fc.array(call, { minLength: 1, maxLength: 6 }).chain(calls => {
    const spans = calls.flatMap((one, index) =>
      spansOf(one, index).flatMap(span =>
        one.repeated ? [span, span] : [span],
      ),
    );
    return fc.record({
      calls: fc.constant(calls.length),
      batches: fc
        .tuple(
          fc.shuffledSubarray(spans, { minLength: spans.length }),
          fc.array(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.boolean()), {
            minLength: spans.length,
            maxLength: spans.length,
          }),
        )
        .map(([order, cuts]) => cut(order, cuts)),
    });
  });
}

function spansOf(
  call: { tool: string; layers: Span['layer'][]; linked: boolean },
  index: number,
): Span[] {
  return call.layers.map((layer, position) => ({
    layer,
    tool: call.tool,
    span: `${index + 1}${position}`,
    ...(call.linked &&
      position > 0 && { parent: `${index + 1}${position - 1}` }),
    // One after the other, inner spans within outer ones.
    startMs: index * 10_000 + position * 10,
    durationMs: 5_000 - position * 20,
  }));
}

function cut(
  spans: Span[],
  cuts: [number, boolean][],
): { spans: Span[]; rollsUp: boolean }[] {
  const batches = [];
  let rest = spans;
  for (const [size, rollsUp] of cuts) {
    if (rest.length > 0) {
      batches.push({ spans: rest.slice(0, size), rollsUp });
      rest = rest.slice(size);
    }
  }
  return batches;
}
