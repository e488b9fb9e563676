import { parseDecimal, PriceSubject } from '@mcp-portal/plugin-mcp-cost-common';
import fc from 'fast-check';

import { dayOf, parseDay } from '../time/days';
import type { Attribution, EntryMeasures } from '../usage';
import type { BookedAmounts, BookedPrice } from './BookedPrice';
import { IndexedPriceBook, MAX_COST_NANOS } from './IndexedPriceBook';
import { matchesModel } from './ModelPrices';

const AT = Date.parse('2026-11-21T12:00:00Z');
const LEDGER = 'api:default/ledger';

let lastId = 0;
function price(
  subject: PriceSubject,
  amounts: BookedAmounts | string,
  from = '2026-01-01',
  to?: string,
): BookedPrice {
  lastId += 1;
  return {
    id: lastId,
    subject,
    amounts:
      typeof amounts === 'string'
        ? { perUnit: parseDecimal(amounts) }
        : amounts,
    validFrom: parseDay(from, 'from'),
    validTo: to === undefined ? undefined : parseDay(to, 'to'),
  };
}

function tokens(input: string, output: string, cached = input): BookedAmounts {
  return {
    inputPerMillion: parseDecimal(input),
    cachedInputPerMillion: parseDecimal(cached),
    outputPerMillion: parseDecimal(output),
  };
}

const attribution = (changes: Partial<Attribution>): Attribution => ({
  teamRef: 'group:default/payments',
  environment: 'production',
  kind: 'tool-call',
  agent: '',
  userRef: '',
  serverRef: '',
  serverHint: '',
  tool: '',
  model: '',
  provider: '',
  unit: '',
  ...changes,
});

const measures = (changes: Partial<EntryMeasures> = {}): EntryMeasures => ({
  isCall: true,
  isError: false,
  inputTokens: 0,
  cachedInputTokens: 0,
  outputTokens: 0,
  quantityNanos: 0n,
  ...changes,
});

function costOf(
  prices: BookedPrice[],
  of: Partial<Attribution>,
  counts: Partial<EntryMeasures> = {},
  at = AT,
) {
  return new IndexedPriceBook({ version: 1, prices }).priceOf(
    attribution(of),
    measures(counts),
    at,
  );
}

describe('IndexedPriceBook', () => {
  it('takes the price of a tool before that of its server', () => {
    const server = price({ kind: 'tool-call', serverRef: LEDGER }, '0.002');
    const tool = price(
      { kind: 'tool-call', serverRef: LEDGER, tool: 'post' },
      '0.01',
    );
    const prices = [server, tool];
    expect(costOf(prices, { serverRef: LEDGER, tool: 'post' })).toEqual({
      costNanos: 10_000_000n,
      priceId: tool.id,
    });
    expect(costOf(prices, { serverRef: LEDGER, tool: 'read' })).toEqual({
      costNanos: 2_000_000n,
      priceId: server.id,
    });
    expect(costOf(prices, { serverRef: 'api:default/other' })).toEqual({});
  });

  it('has no price before the first day, from the last one on, or unattributed', () => {
    const subject = { kind: 'tool-call', serverRef: LEDGER } as const;
    const prices = [
      price(subject, '3', '2026-11-10', '2026-11-12'),
      price(subject, '1', '2026-11-01', '2026-11-10'),
      price(subject, '5', '2026-11-20'),
    ];
    const on = (day: string) =>
      costOf(prices, { serverRef: LEDGER }, {}, Date.parse(day)).costNanos;
    expect(on('2026-10-31T23:59:59.999Z')).toBeUndefined();
    expect(on('2026-11-01T00:00:00Z')).toBe(1_000_000_000n);
    expect(on('2026-11-09T23:59:59.999Z')).toBe(1_000_000_000n);
    expect(on('2026-11-10T00:00:00Z')).toBe(3_000_000_000n);
    expect(on('2026-11-12T00:00:00Z')).toBeUndefined();
    expect(on('2026-11-20T00:00:00Z')).toBe(5_000_000_000n);
    expect(costOf(prices, {})).toEqual({});
  });

  it('takes calls without a price as covered by what is paid for hosting', () => {
    const month = price(
      { kind: 'hosting-month', serverRef: LEDGER },
      '300',
      '2026-11-01',
      '2026-11-20',
    );
    const hour = price(
      { kind: 'hosting-hour', serverRef: LEDGER },
      '0.1',
      '2026-11-10',
    );
    const tool = price(
      { kind: 'tool-call', serverRef: LEDGER, tool: 'post' },
      '0.01',
    );
    const prices = [month, hour, tool];
    const on = (day: string, of: Partial<Attribution> = {}) =>
      costOf(prices, { serverRef: LEDGER, ...of }, {}, Date.parse(day));
    expect(on('2026-10-31')).toEqual({});
    expect(on('2026-11-01')).toEqual({ costNanos: 0n, priceId: month.id });
    expect(on('2026-11-12')).toEqual({ costNanos: 0n, priceId: month.id });
    expect(on('2026-11-20')).toEqual({ costNanos: 0n, priceId: hour.id });
    expect(on('2026-11-12', { tool: 'post' })).toEqual({
      costNanos: 10_000_000n,
      priceId: tool.id,
    });
    expect(on('2026-11-12', { serverRef: 'api:default/other' })).toEqual({});
    expect(
      on('2026-11-12', { serverRef: '', kind: 'other', unit: 'page' }),
    ).toEqual({});
  });

  it('prices each kind of token, and rounds each', () => {
    const prices = [
      price({ kind: 'model-tokens', model: 'm' }, tokens('3', '15', '0.3')),
    ];
    expect(
      costOf(
        prices,
        { kind: 'model-call', model: 'm' },
        { inputTokens: 1_000, cachedInputTokens: 10_000, outputTokens: 200 },
      ).costNanos,
    ).toBe(3_000_000n + 3_000_000n + 3_000_000n);
    const tiny = [
      price(
        { kind: 'model-tokens', model: 'm' },
        tokens('0.0005', '0.0005', '0.0005'),
      ),
    ];
    expect(
      costOf(
        tiny,
        { kind: 'model-call', model: 'm' },
        { inputTokens: 1, cachedInputTokens: 1, outputTokens: 1 },
      ).costNanos,
    ).toBe(3n);
  });

  it('takes the longest match of a model, whatever the case', () => {
    const any = price({ kind: 'model-tokens', model: '*' }, tokens('1', '1'));
    const family = price(
      { kind: 'model-tokens', model: 'Claude-*' },
      tokens('2', '2'),
    );
    const exact = price(
      { kind: 'model-tokens', model: 'claude-opus' },
      tokens('3', '3'),
      '2026-11-15',
    );
    const atProvider = price(
      { kind: 'model-tokens', model: 'claude-*', provider: 'Bedrock' },
      tokens('4', '4'),
    );
    const prices = [any, exact, atProvider, family];
    const of = (model: string, provider = '', at = AT) =>
      costOf(prices, { kind: 'model-call', model, provider }, {}, at).priceId;
    expect(of('gpt')).toBe(any.id);
    expect(of('claude-haiku')).toBe(family.id);
    expect(of('CLAUDE-OPUS')).toBe(exact.id);
    expect(of('claude-haiku', 'bedrock')).toBe(atProvider.id);
    expect(of('claude-opus', 'bedrock')).toBe(exact.id);
    expect(of('claude-opus', '', Date.parse('2026-11-14'))).toBe(family.id);
  });

  it('prices hours of hosting, and other units, by quantity', () => {
    const hour = price({ kind: 'hosting-hour', serverRef: LEDGER }, '0.12');
    const pages = price({ kind: 'unit', unit: 'page' }, '0.01');
    const here = price(
      { kind: 'unit', unit: 'page', serverRef: LEDGER },
      '0.02',
    );
    const prices = [hour, pages, here];
    const half = { quantityNanos: 1_500_000_000n };
    expect(
      costOf(prices, { kind: 'hosting', serverRef: LEDGER, unit: 'hour' }, half)
        .costNanos,
    ).toBe(180_000_000n);
    expect(
      costOf(
        prices,
        { kind: 'hosting', serverRef: LEDGER, unit: 'month-share' },
        half,
      ),
    ).toEqual({});
    expect(
      costOf(prices, { kind: 'other', unit: 'page' }, half).costNanos,
    ).toBe(15_000_000n);
    expect(
      costOf(prices, { kind: 'other', unit: 'page', serverRef: LEDGER }, half)
        .costNanos,
    ).toBe(30_000_000n);
    expect(costOf(prices, { kind: 'charge', unit: 'page' }, half)).toEqual({});
  });

  it('tells a price of zero from no price, and has none for the absurd', () => {
    const prices = [price({ kind: 'unit', unit: 'free' }, '0')];
    expect(costOf(prices, { kind: 'other', unit: 'free' }).costNanos).toBe(0n);
    const dear = [price({ kind: 'unit', unit: 'dear' }, '100000')];
    const cost = (quantityNanos: bigint) =>
      costOf(dear, { kind: 'other', unit: 'dear' }, { quantityNanos })
        .costNanos;
    expect(cost(100_000_000_000n)).toBe(MAX_COST_NANOS);
    expect(cost(100_000_000_001n)).toBeUndefined();
  });

  it('finds the same model price as one that looks at all of them', () => {
    const name = fc.stringMatching(/^[ab]{0,4}$/);
    const subject = fc.record({
      kind: fc.constant('model-tokens' as const),
      model: fc
        .tuple(name, fc.boolean())
        .map(([text, open]) => (open || text === '' ? `${text}*` : text)),
      provider: fc.option(fc.constantFrom('x', 'y'), { nil: undefined }),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(subject, {
          selector: ({ model, provider }) => `${model} ${provider}`,
          maxLength: 20,
        }),
        name,
        fc.constantFrom('x', 'y', ''),
        (subjects, model, provider) => {
          const prices = subjects.map(each => price(each, tokens('1', '1')));
          const best = prices
            .filter(
              ({ subject: each }) =>
                each.kind === 'model-tokens' &&
                matchesModel(each, model, provider),
            )
            .map(({ id, subject: each }) => {
              const { model: pattern, provider: named } =
                each as (typeof subjects)[number];
              const length = pattern.endsWith('*')
                ? 2 * (pattern.length - 1)
                : 2 * pattern.length + 1;
              return { id, rank: 2 * length + (named ? 1 : 0) };
            })
            .sort((a, b) => b.rank - a.rank)[0];
          expect(
            costOf(prices, { kind: 'model-call', model, provider }).priceId,
          ).toBe(best?.id);
        },
      ),
    );
  });

  it('answers for ten thousand prices as fast as for few', () => {
    const prices = Array.from({ length: 10_000 }, (_, index) =>
      price(
        { kind: 'model-tokens', model: `model-${index}*` },
        tokens('1', '1'),
      ),
    );
    const book = new IndexedPriceBook({ version: 1, prices });
    const event = attribution({ kind: 'model-call', model: 'model-777-x' });
    for (let index = 0; index < 100_000; index++) {
      book.priceOf(event, measures(), AT);
    }
    expect(book.priceOf(event, measures(), AT).priceId).toBe(prices[777].id);
    expect(dayOf(AT)).toBeGreaterThan(prices[777].validFrom);
  });
});
