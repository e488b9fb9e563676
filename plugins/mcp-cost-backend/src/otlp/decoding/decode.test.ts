import { InputError } from '@backstage/errors';
import { PayloadTooLargeError } from '@mcp-portal/plugin-mcp-node';
import fc from 'fast-check';

import { timeBounds } from '../../ingestion/bounds';
import {
  aRequest,
  aSpan,
  attributesOf,
  NOW,
  OtlpRequest,
  OtlpValue,
} from '../__testUtils__/OtlpRequest';
import { encodeProtobuf } from '../__testUtils__/otlpProtobuf';
import { readUsage } from '../spans/readUsage';
import { KEPT_ATTRIBUTES } from './attributes';
import { decodeJson } from './decodeJson';
import { decodeProtobuf } from './decodeProtobuf';
import { MAX_SPANS } from './limits';
import type { OtlpSpan } from './OtlpSpan';

const toJson = (request: unknown) => Buffer.from(JSON.stringify(request));

const forms: [string, (request: OtlpRequest) => OtlpSpan[]][] = [
  ['JSON', request => decodeJson(toJson(request))],
  ['protobuf', request => decodeProtobuf(encodeProtobuf(request))],
];

const hexOf = (bytes: number) =>
  fc
    .uint8Array({ minLength: bytes, maxLength: bytes })
    .map(value => Buffer.from(value).toString('hex'));

const scalars: fc.Arbitrary<OtlpValue> = fc.oneof(
  fc.string({ unit: 'grapheme' }).map(stringValue => ({ stringValue })),
  fc.boolean().map(boolValue => ({ boolValue })),
  fc
    .bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })
    .map(value => ({ intValue: String(value) })),
  fc.double({ noNaN: true }).map(doubleValue => ({ doubleValue })),
);

const attributes = fc.array(
  fc.record({
    key: fc.oneof(fc.constantFrom<string>(...KEPT_ATTRIBUTES), fc.string()),
    value: fc.oneof(
      scalars,
      fc.array(scalars).map(values => ({ arrayValue: { values } })),
    ),
  }),
  { maxLength: 12 },
);

const nanos = fc
  .bigInt({ min: 0n, max: 4_000_000_000_000_000_000n })
  .map(String);

const requests: fc.Arbitrary<OtlpRequest> = fc.record({
  resourceSpans: fc.array(
    fc.record({
      resource: fc.record({ attributes }),
      scopeSpans: fc.array(
        fc.record({
          spans: fc.array(
            fc.record({
              traceId: hexOf(16),
              spanId: hexOf(8),
              parentSpanId: hexOf(8),
              kind: fc.integer({ min: 0, max: 5 }),
              startTimeUnixNano: nanos,
              endTimeUnixNano: nanos,
              attributes,
              status: fc.record({ code: fc.integer({ min: 0, max: 2 }) }),
            }),
            { maxLength: 4 },
          ),
        }),
        { maxLength: 3 },
      ),
    }),
    { maxLength: 3 },
  ),
});

/** Infinity and -0 are no JSON. */
const isSameInJson = (request: OtlpRequest) =>
  !/"doubleValue":(null|-?0[,}])/.test(JSON.stringify(request));

function failureOf(act: () => unknown): unknown {
  try {
    act();
    return undefined;
  } catch (error) {
    return error;
  }
}

describe('Decoding of traces', () => {
  it('reads the same from JSON and from protobuf', () => {
    fc.assert(
      fc.property(requests.filter(isSameInJson), request => {
        const [fromJson, fromProtobuf] = forms.map(([, decode]) =>
          decode(request),
        );
        expect(fromProtobuf).toEqual(fromJson);
        const bounds = timeBounds(NOW, 90);
        expect(readUsage(fromProtobuf, bounds)).toEqual(
          readUsage(fromJson, bounds),
        );
      }),
    );
  });

  it('says of any bytes that they are no traces, or reads them', () => {
    const valid = encodeProtobuf(aRequest([aSpan(1, { 'user.id': 'ada' })]));
    const damaged = fc
      .array(fc.tuple(fc.nat(valid.length - 1), fc.nat(255)), { minLength: 1 })
      .map(changes => {
        const bytes = Buffer.from(valid);
        changes.forEach(([at, byte]) => bytes.writeUInt8(byte, at));
        return bytes;
      });
    const anyBytes = fc.uint8Array({ maxLength: 400 }).map(Buffer.from);
    fc.assert(
      fc.property(fc.oneof(damaged, anyBytes), bytes => {
        const failures = [decodeJson, decodeProtobuf].map(decode =>
          failureOf(() => readUsage(decode(bytes), timeBounds(NOW, 90))),
        );
        expect(
          failures.every(
            failure => failure === undefined || failure instanceof InputError,
          ),
        ).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it('refuses a length that does not end', () => {
    const endless = Buffer.from([0x0a, ...new Array(11).fill(0xaa), 0x01]);
    expect(() => decodeProtobuf(endless)).toThrow(InputError);
  });

  it('refuses what is cut off, wherever', () => {
    const spans = [aSpan(1, { 'gen_ai.tool.name': 'book' })];
    const whole = encodeProtobuf(aRequest(spans));
    // The whole request is one field: no part of it is complete.
    for (let length = 1; length < whole.length; length++) {
      expect(() => decodeProtobuf(whole.subarray(0, length))).toThrow(
        InputError,
      );
    }
  });

  it('reads an empty request as no spans', () => {
    expect(decodeProtobuf(Buffer.alloc(0))).toEqual([]);
    expect(decodeJson(toJson({}))).toEqual([]);
    expect(decodeJson(toJson({ resourceSpans: null }))).toEqual([]);
  });

  it.each(forms)('keeps nothing but what it uses, from %s', (_, decode) => {
    const [span] = decode(
      aRequest(
        [
          aSpan(
            1,
            {
              'gen_ai.tool.name': 'book',
              'gen_ai.tool.call.arguments': 'secret',
              'gen_ai.tool.call.result': {
                kvlistValue: { values: attributesOf({ text: 'secret' }) },
              },
              'gen_ai.input.messages': 'secret',
              'http.request.header.authorization': 'secret',
            },
            {
              name: 'secret',
              status: { message: 'secret' },
              events: [
                { name: 'secret', attributes: attributesOf({ a: 'secret' }) },
              ],
            },
          ),
        ],
        { 'process.command_args': 'secret', 'service.name': 'clerk' },
      ),
    );

    expect([...span.attributes]).toEqual([['gen_ai.tool.name', 'book']]);
    expect([...span.resource.attributes]).toEqual([['service.name', 'clerk']]);
    expect(
      JSON.stringify({
        ...span,
        attributes: [...span.attributes],
        resource: [...span.resource.attributes],
      }),
    ).not.toContain('secret');
  });

  it.each(forms)('refuses values nested without end, in %s', (_, decode) => {
    let value: OtlpValue = { stringValue: 'deep' };
    for (let depth = 0; depth < 20; depth++) {
      value =
        depth % 2
          ? { arrayValue: { values: [value] } }
          : { kvlistValue: { values: [{ key: 'a', value }] } };
    }

    expect(() => decode(aRequest([aSpan(1, { any: value })]))).toThrow(
      /nested deeper/,
    );
  });

  it('refuses JSON that is nested a million times, without parsing it', () => {
    const deep = '['.repeat(1_000_000);

    expect(() => decodeJson(Buffer.from(deep))).toThrow(/nested deeper/);
  });

  it('refuses JSON of more values than spans could have', () => {
    const many = `[${'{},'.repeat(1_600_000)}{}]`;

    expect(() => decodeJson(Buffer.from(many))).toThrow(PayloadTooLargeError);
  });

  it.each(forms)(
    'refuses more spans than a request may hold, in %s',
    (_, decode) => {
      const spans = Array.from({ length: MAX_SPANS + 1 }, () => ({
        traceId: '',
        spanId: '',
      }));

      expect(() => decode(aRequest(spans))).toThrow(PayloadTooLargeError);
    },
  );

  it('refuses millions of empty resources', () => {
    const empty = Buffer.alloc(2 * 100_000);
    for (let at = 0; at < empty.length; at += 2) {
      empty[at] = 0x0a;
    }

    expect(() => decodeProtobuf(empty)).toThrow(PayloadTooLargeError);
  });

  it('takes __proto__ for a name like any other', () => {
    const body = Buffer.from(
      '{"__proto__":{"resourceSpans":[{}]},"resourceSpans":[{"scopeSpans":[{"spans":[{"__proto__":{"kind":3},"attributes":[{"key":"__proto__","value":{"stringValue":"x"}}]}]}]}]}',
    );

    expect(decodeJson(body)).toEqual([
      expect.objectContaining({ kind: 0, attributes: new Map() }),
    ]);
  });

  it.each([
    ['a list', []],
    ['text for a list', { resourceSpans: 'all' }],
    [
      'a number for a span',
      { resourceSpans: [{ scopeSpans: [{ spans: [1] }] }] },
    ],
    [
      'text for a kind',
      { resourceSpans: [{ scopeSpans: [{ spans: [{ kind: 'CLIENT' }] }] }] },
    ],
    [
      'a time that is none',
      {
        resourceSpans: [
          { scopeSpans: [{ spans: [{ startTimeUnixNano: 'now' }] }] },
        ],
      },
    ],
  ])('refuses %s in JSON', (_, request) => {
    expect(() => decodeJson(toJson(request))).toThrow(InputError);
  });

  it('refuses JSON that is not UTF-8, and does not repeat what was sent', () => {
    expect(() => decodeJson(Buffer.from([0x22, 0xff, 0x22]))).toThrow(/UTF-8/);
    expect(() => decodeJson(Buffer.from('secret'))).toThrow(
      'The body is not JSON.',
    );
  });
});
