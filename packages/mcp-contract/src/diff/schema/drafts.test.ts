import type { JsonSchema } from '../../canonical/JsonValue';
import { compareSchemas } from './compareSchemas';

const draft = (number: string, schema: object): JsonSchema => ({
  $schema: number.includes('-')
    ? `https://json-schema.org/draft/${number}/schema`
    : `http://json-schema.org/draft-0${number}/schema#`,
  ...schema,
});

const rules = (before: JsonSchema, after: JsonSchema) =>
  compareSchemas(before, after, 'input').map(({ rule }) => rule);

describe('compareSchemas, of schemas of an older draft,', () => {
  it.each(['4', '6', '7'])(
    'ignores what is beside a $ref in draft %s',
    number => {
      const definitions = { x: { type: 'string' } };
      expect(
        rules(
          draft(number, { $ref: '#/definitions/x', definitions }),
          draft(number, { $ref: '#/definitions/x', definitions, maxLength: 1 }),
        ),
      ).toEqual([]);
    },
  );

  it.each(['2019-09', '2020-12'])(
    'takes what is beside a $ref in %s',
    number => {
      const $defs = { x: { type: 'string' } };
      expect(
        rules(
          draft(number, { $ref: '#/$defs/x', $defs }),
          draft(number, { $ref: '#/$defs/x', $defs, maxLength: 1 }),
        ),
      ).toEqual(['input-length-tightened']);
    },
  );

  it.each(['4', '6', '7', '2019-09'])(
    'reads `items` as a list and `additionalItems` in draft %s',
    number => {
      const tuple = (last: JsonSchema) =>
        draft(number, {
          type: 'array',
          items: [{ type: 'string' }, { type: 'integer' }],
          additionalItems: last,
        });
      expect(rules(tuple(true), tuple({ type: 'string' }))).toEqual([
        'input-items-restricted',
      ]);
    },
  );

  it('takes a tuple of the old kind for one of the new', () => {
    expect(
      rules(
        { type: 'array', items: [{ type: 'string' }], additionalItems: false },
        { type: 'array', prefixItems: [{ type: 'string' }], items: false },
      ),
    ).toEqual([]);
  });

  it.each(['4', '6', '7'])('reads `dependencies` in draft %s', number => {
    const object = (dependencies: object) =>
      draft(number, {
        type: 'object',
        properties: { a: {}, b: {} },
        dependencies,
      });
    expect(rules(object({}), object({ a: ['b'] }))).toEqual([
      'input-dependent-required-added',
    ]);
    expect(rules(object({}), object({ a: { required: ['b'] } }))).toEqual([
      'input-dependent-schema-added',
    ]);
  });

  it('reads exclusive limits of draft 04', () => {
    const number = (more: object) =>
      draft('4', { type: 'number', minimum: 1, ...more });
    expect(rules(number({}), number({ exclusiveMinimum: true }))).toEqual([
      'input-range-tightened',
    ]);
    expect(
      compareSchemas(
        { type: 'number', maximum: 1, exclusiveMaximum: true },
        { type: 'number', exclusiveMaximum: 1 },
        'input',
      ),
    ).toEqual([]);
  });

  it.each([
    ['7', { prefixItems: [{ type: 'string' }] }],
    ['7', { dependentRequired: { a: ['b'] } }],
    ['7', { unevaluatedProperties: false }],
    ['6', { if: { type: 'string' }, then: { maxLength: 1 } }],
    ['4', { const: 1 }],
    ['4', { propertyNames: { maxLength: 1 } }],
  ])('of draft %s, gives %j no meaning', (number, keyword) => {
    expect(rules(draft(number, {}), draft(number, keyword))).toEqual([]);
  });

  it('compares what two drafts say', () => {
    expect(
      rules(
        draft('7', {
          type: 'object',
          properties: { a: { $ref: '#/definitions/x' } },
          definitions: { x: { type: 'string' } },
        }),
        {
          type: 'object',
          properties: { a: { $ref: '#/$defs/x' } },
          $defs: { x: { type: ['string', 'null'] } },
        },
      ).filter(rule => rule !== 'input-dialect-changed'),
    ).toEqual(['input-null-allowed']);
  });

  it('does not decide about dialects that it does not know', () => {
    const unknown = { $schema: 'https://example.com/mine', type: 'string' };
    expect(rules(unknown, { ...unknown })).toEqual([]);
    expect(rules(unknown, { ...unknown, description: 'x' })).toEqual([
      'input-dialect-unknown',
    ]);
  });

  it.each([
    ['7', ['input-length-tightened']],
    ['4', ['input-reference-changed']],
  ])(
    'takes `id` for a name of its own in draft 4 only: %s',
    (number, found) => {
      const named = (maxLength: number) =>
        draft(number, {
          properties: { a: { $ref: '#/definitions/x' } },
          definitions: { x: { id: 'urn:x', type: 'string', maxLength } },
        });
      expect(rules(named(9), named(8))).toEqual(found);
    },
  );
});
