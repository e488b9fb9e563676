import { InputError } from '@backstage/errors';
import { PayloadTooLargeError } from '@mcp-portal/plugin-mcp-node';
import fc from 'fast-check';

import { timeBounds } from '../bounds';
import { quantityNanos } from './quantityNanos';
import { readRecords } from './readRecords';

const NOW = new Date('2026-11-21T12:00:00Z');

const read = (batch: unknown) =>
  readRecords(Buffer.from(JSON.stringify(batch)), timeBounds(NOW, 90));

const CALL = {
  id: 'a',
  kind: 'tool-call',
  at: '2026-11-21T11:00:00+01:00',
  agent: 'clerk',
  environment: 'production',
  server: 'ledger',
  tool: 'book',
};
const MODEL_CALL = {
  ...CALL,
  kind: 'model-call',
  tool: undefined,
  model: 'large',
  provider: 'anthropic',
  inputTokens: 100,
  cachedInputTokens: 80,
  outputTokens: 9,
};
const HOSTING = { ...CALL, kind: 'hosting', tool: undefined, quantity: 1.5 };

describe('Records of usage', () => {
  it('are read from a list, or from an object with one', () => {
    expect(read({ records: [CALL] })).toEqual(read([CALL]));
    expect(read([CALL])).toEqual({
      refusals: [],
      records: [
        expect.objectContaining({
          index: 0,
          id: 'a',
          idKind: 'usage',
          revision: 0,
          kind: 'tool-call',
          occurredAtMs: Date.parse('2026-11-21T10:00:00Z'),
          agent: 'clerk',
          environment: 'production',
          serverNames: ['ledger'],
          tool: 'book',
          measures: expect.objectContaining({
            isCall: true,
            isError: false,
            quantityNanos: 0n,
          }),
        }),
      ],
    });
  });

  it('tell tokens with those from a cache, of which each is kept apart', () => {
    expect(read([MODEL_CALL]).records[0]).toMatchObject({
      model: 'large',
      provider: 'anthropic',
      measures: { inputTokens: 20, cachedInputTokens: 80, outputTokens: 9 },
    });
  });

  it('tell of hosting and other units, which are no calls', () => {
    expect(
      read([HOSTING, { ...HOSTING, kind: 'other', unit: 'page' }]).records,
    ).toMatchObject([
      { unit: 'hour', measures: { isCall: false, quantityNanos: 1500000000n } },
      { unit: 'page', measures: { isCall: false } },
    ]);
  });

  it('tell of failures, and how long it took', () => {
    expect(
      read([{ ...CALL, errorType: 'timeout', durationMs: 12.3456 }]).records,
    ).toMatchObject([
      { measures: { isError: true, errorType: 'timeout', durationUs: 12_346 } },
    ]);
  });

  it('are the event of a span, where they name one', () => {
    const [record] = read([
      { ...CALL, traceId: 'AB'.repeat(16), spanId: 'cd'.repeat(8) },
    ]).records;

    expect(record).toMatchObject({
      idKind: 'span',
      id: `${'ab'.repeat(16)}:${'cd'.repeat(8)}`,
      span: { traceId: 'ab'.repeat(16), spanId: 'cd'.repeat(8) },
    });
  });

  it.each([
    ['no object', 7, 'invalid', /not an object/],
    ['no id', { ...CALL, id: undefined }, 'invalid', /id is missing/],
    ['a number for an id', { ...CALL, id: 7 }, 'invalid', /id must be text/],
    ['no kind', { ...CALL, kind: undefined }, 'invalid', /kind/],
    ['a kind of bills', { ...CALL, kind: 'charge' }, 'invalid', /kind/],
    ['no time', { ...CALL, at: undefined }, 'invalid', /at must be/],
    [
      'a time without offset',
      { ...CALL, at: '2026-11-21T11:00:00' },
      'invalid',
      /offset/,
    ],
    [
      'a day that is none',
      { ...CALL, at: '2026-02-30T11:00:00Z' },
      'invalid',
      /instant/,
    ],
    [
      'a time in 1970',
      { ...CALL, at: '1970-01-01T00:00:00Z' },
      'time-out-of-range',
      /90 days/,
    ],
    [
      'a time in 2100',
      { ...CALL, at: '2100-01-01T00:00:00Z' },
      'time-out-of-range',
      /clock/,
    ],
    ['no tool', { ...CALL, tool: undefined }, 'invalid', /tool is missing/],
    [
      'tokens of a tool',
      { ...CALL, inputTokens: 1 },
      'invalid',
      /not for tool-call/,
    ],
    ['an unknown field', { ...CALL, costs: 1 }, 'invalid', /no field "costs"/],
    [
      'a name of the runtime',
      JSON.parse(
        JSON.stringify(CALL).replace('"id"', '"__proto__":{"id":"x"},"id"'),
      ),
      'invalid',
      /no field "__proto__"/,
    ],
    [
      'negative tokens',
      { ...MODEL_CALL, outputTokens: -1 },
      'number-out-of-range',
      /outputTokens/,
    ],
    [
      'absurd tokens',
      { ...MODEL_CALL, outputTokens: 1e12 },
      'number-out-of-range',
      /outputTokens/,
    ],
    [
      'half a token',
      { ...MODEL_CALL, outputTokens: 0.5 },
      'number-out-of-range',
      /outputTokens/,
    ],
    [
      'text for tokens',
      { ...MODEL_CALL, outputTokens: '9' },
      'invalid',
      /must be a number/,
    ],
    [
      'more cached than all',
      { ...MODEL_CALL, cachedInputTokens: 101 },
      'invalid',
      /include/,
    ],
    [
      'a week and more',
      { ...CALL, durationMs: 7 * 86_400_000 + 1 },
      'number-out-of-range',
      /7 days/,
    ],
    [
      'a negative duration',
      { ...CALL, durationMs: -1 },
      'number-out-of-range',
      /ends before/,
    ],
    [
      'hosting without hours',
      { ...HOSTING, quantity: undefined },
      'invalid',
      /quantity is missing/,
    ],
    ['hosting in days', { ...HOSTING, unit: 'day' }, 'invalid', /hour/],
    [
      'a negative quantity',
      { ...HOSTING, quantity: -1 },
      'number-out-of-range',
      /quantity/,
    ],
    [
      'ten places',
      { ...HOSTING, quantity: 0.1234567891 },
      'number-out-of-range',
      /9 decimal/,
    ],
    [
      'a negative revision',
      { ...CALL, revision: -1 },
      'number-out-of-range',
      /revision/,
    ],
    [
      'a good end with an error',
      { ...CALL, outcome: 'ok', errorType: 'x' },
      'invalid',
      /outcome error/,
    ],
    [
      'an unknown outcome',
      { ...CALL, outcome: 'maybe' },
      'invalid',
      /ok, error/,
    ],
    ['half a span', { ...CALL, traceId: 'ab'.repeat(16) }, 'invalid', /both/],
    [
      'a span of zeros',
      { ...CALL, traceId: '0'.repeat(32), spanId: 'cd'.repeat(8) },
      'invalid',
      /zeros/,
    ],
    [
      'a name without end',
      { ...CALL, agent: 'x'.repeat(201) },
      'invalid',
      /200/,
    ],
  ])('are refused with %s, and the others kept', (_, bad, code, message) => {
    const { records, refusals } = read([CALL, bad, { ...CALL, id: 'b' }]);

    expect(refusals).toEqual([
      expect.objectContaining({
        index: 1,
        code,
        message: expect.stringMatching(message),
      }),
    ]);
    expect(records.map(({ index, id }) => [index, id])).toEqual([
      [0, 'a'],
      [2, 'b'],
    ]);
  });

  it.each([[7], ['all'], [{}], [{ records: {} }], [null]])(
    'are no batch in %j',
    batch => {
      expect(() => read(batch)).toThrow(InputError);
    },
  );

  it('are at most five thousand', () => {
    expect(() => read(Array.from({ length: 5_001 }, () => 0))).toThrow(
      /5001 records, and may hold 5000/,
    );
  });

  it('are refused when they are nested or crowded beyond use', () => {
    const bounds = timeBounds(NOW, 90);

    expect(() => readRecords(Buffer.from('['.repeat(100_000)), bounds)).toThrow(
      /nested deeper/,
    );
    expect(() =>
      readRecords(Buffer.from(`[${'0,'.repeat(600_000)}0]`), bounds),
    ).toThrow(PayloadTooLargeError);
  });
});

describe('A quantity', () => {
  it('is kept exactly as it was written', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 999_999 }),
        fc.integer({ min: 0, max: 999_999_999 }),
        (whole, fraction) => {
          const digits = String(fraction).padStart(9, '0');
          expect(quantityNanos(Number(`${whole}.${digits}`), 'q')).toBe(
            BigInt(whole) * 1_000_000_000n + BigInt(fraction),
          );
        },
      ),
    );
  });

  it.each([
    [1e-9, 1n],
    [1.5e-7, 150n],
    [1e9, 10n ** 18n],
    [0, 0n],
  ])('of %d is %d billionths', (quantity, nanos) => {
    expect(quantityNanos(quantity, 'q')).toBe(nanos);
  });
});
