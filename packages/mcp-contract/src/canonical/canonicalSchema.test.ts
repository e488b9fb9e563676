import { canonicalSchema } from './canonicalSchema';
import type { JsonSchema } from './JsonValue';
import { writeCanonicalJson } from './writeCanonicalJson';

const textOf = (schema: JsonSchema) =>
  writeCanonicalJson(canonicalSchema(schema));

const property = (schema: JsonSchema): JsonSchema => ({
  type: 'object',
  properties: { p: schema },
});

type Pair = [why: string, one: JsonSchema, other: JsonSchema];

const SAME: Pair[] = [
  ['a list of one type and the type', { type: ['string'] }, { type: 'string' }],
  ['types in any order', { type: ['a', 'b'] }, { type: ['b', 'a', 'b'] }],
  [
    'number beside integer',
    { type: ['integer', 'number'] },
    { type: 'number' },
  ],
  ['required in any order', { required: ['b', 'a'] }, { required: ['a', 'b'] }],
  ['enum in any order', { enum: [2, 'a', 1.0] }, { enum: [1, 2, 'a', 2] }],
  ['an enum of one and a const', { enum: ['a'] }, { const: 'a' }],
  ['an empty schema and true', {}, true],
  ['a negated empty schema and false', { not: {} }, false],
  ['a comment and none', { type: 'string', $comment: 'x' }, { type: 'string' }],
  [
    'anyOf in any order',
    { anyOf: [{}, { type: 'a' }] },
    { anyOf: [{ type: 'a' }, true, true] },
  ],
  [
    'allOf in any order',
    { allOf: [{ minimum: 1 }, { maximum: 2 }] },
    { allOf: [{ maximum: 2 }, { minimum: 1 }] },
  ],
  [
    'oneOf in any order',
    { oneOf: [{ type: 'a' }, { type: 'b' }] },
    { oneOf: [{ type: 'b' }, { type: 'a' }] },
  ],
  [
    'additionalProperties: true and nothing',
    { type: 'object', additionalProperties: {} },
    { type: 'object' },
  ],
  [
    'items: true and nothing',
    { type: 'array', items: true },
    { type: 'array' },
  ],
  [
    'defaults and nothing',
    {
      minLength: 0,
      uniqueItems: false,
      required: [],
      properties: {},
      minItems: 0,
      deprecated: false,
      then: true,
    },
    true,
  ],
  [
    'dependentRequired in any order',
    { dependentRequired: { a: ['c', 'b'] } },
    { dependentRequired: { a: ['b', 'c'] } },
  ],
  [
    'definitions with other comments',
    { $ref: '#/$defs/a', $defs: { a: { type: ['string'], $comment: 'x' } } },
    { $ref: '#/$defs/a', $defs: { a: { type: 'string' } } },
  ],
];

const DIFFERENT: Pair[] = [
  ['another type', { type: 'string' }, { type: 'number' }],
  ['another enum value', { enum: ['a', 'b'] }, { enum: ['a', 'c'] }],
  ['1 and "1"', { enum: [1, 2] }, { enum: ['1', 2] }],
  ['null and false', { const: null }, { const: false }],
  ['a const of null and no const', { const: null }, {}],
  ['order in a const', { const: ['a', 'b'] }, { const: ['b', 'a'] }],
  [
    'order in a default named required',
    { default: { required: ['b', 'a'] } },
    { default: { required: ['a', 'b'] } },
  ],
  [
    'order in an example',
    { examples: [{ enum: [2, 1] }] },
    { examples: [{ enum: [1, 2] }] },
  ],
  [
    'order in an item of an enum',
    { enum: [['a', 'b'], 1] },
    { enum: [['b', 'a'], 1] },
  ],
  [
    'a oneOf that can never match and one that can',
    { oneOf: [{ type: 'a' }, { type: 'a' }] },
    { oneOf: [{ type: 'a' }] },
  ],
  [
    'order of prefixItems',
    { prefixItems: [{ type: 'a' }, {}] },
    { prefixItems: [{}, { type: 'a' }] },
  ],
  [
    'a property that anything fits and none',
    { properties: { a: true }, additionalProperties: false },
    { additionalProperties: false },
  ],
  [
    'additionalProperties: true under unevaluatedProperties',
    { allOf: [{ additionalProperties: true }], unevaluatedProperties: false },
    { allOf: [{}], unevaluatedProperties: false },
  ],
  [
    'items: true under unevaluatedItems',
    { allOf: [{ items: true }], unevaluatedItems: false },
    { allOf: [{}], unevaluatedItems: false },
  ],
  [
    'additionalProperties: true beside a reference to elsewhere',
    { $ref: 'https://example.com/x', additionalProperties: true },
    { $ref: 'https://example.com/x' },
  ],
  [
    'unevaluatedProperties: true and nothing',
    { unevaluatedProperties: true },
    {},
  ],
  [
    'branches that a reference points at by place',
    {
      anyOf: [{ type: 'a' }, { type: 'b' }],
      properties: { p: { $ref: '#/anyOf/0' } },
    },
    {
      anyOf: [{ type: 'b' }, { type: 'a' }],
      properties: { p: { $ref: '#/anyOf/0' } },
    },
  ],
  [
    'the same, percent-encoded',
    {
      anyOf: [{ type: 'a' }, { type: 'b' }],
      properties: { p: { $ref: '#/%61nyOf/0' } },
    },
    {
      anyOf: [{ type: 'b' }, { type: 'a' }],
      properties: { p: { $ref: '#/%61nyOf/0' } },
    },
  ],
  [
    'a keyword that is not known',
    { 'x-header': ['b', 'a'] },
    { 'x-header': ['a', 'b'] },
  ],
  [
    'an older dialect',
    { $schema: 'http://json-schema.org/draft-07/schema#', type: 'object' },
    { type: 'object' },
  ],
  ['another description', { description: 'a' }, { description: 'b' }],
  ['an empty description and none', { description: '' }, {}],
  ['a default of false and none', { default: false }, {}],
  ['minLength 0 and 1', { minLength: 0 }, { minLength: 1 }],
  [
    '$defs of another name',
    { $defs: { a: { type: 'a' } } },
    { $defs: { b: { type: 'a' } } },
  ],
  [
    'é in one and in two code points',
    { const: '\u00e9' },
    { const: 'e\u0301' },
  ],
];

describe('canonicalSchema', () => {
  it.each(SAME)('takes as the same: %s', (_why, one, other) => {
    expect(textOf(one)).toBe(textOf(other));
    expect(textOf(property(one))).toBe(textOf(property(other)));
  });

  it.each(DIFFERENT)('tells apart: %s', (_why, one, other) => {
    expect(textOf(one)).not.toBe(textOf(other));
  });

  it('takes properties that are named like keywords for properties', () => {
    const schema: JsonSchema = {
      properties: {
        required: { enum: ['b', 'a'] },
        enum: { type: ['string'] },
        default: { required: ['b', 'a'] },
        $comment: { type: 'string' },
      },
    };
    expect(canonicalSchema(schema)).toEqual({
      properties: {
        required: { enum: ['a', 'b'] },
        enum: { type: 'string' },
        default: { required: ['a', 'b'] },
        $comment: { type: 'string' },
      },
    });
  });

  it('keeps what references by place point at', () => {
    const schema: JsonSchema = {
      properties: {
        list: { type: 'array', items: true },
        item: { $ref: '#/properties/list/items' },
      },
    };
    expect(canonicalSchema(schema)).toEqual(schema);
  });

  it('drops $schema at the root only, and only that of 2020-12', () => {
    const $schema = 'https://json-schema.org/draft/2020-12/schema';
    expect(
      canonicalSchema({ $schema, $defs: { a: { $id: 'a', $schema } } }),
    ).toEqual({ $defs: { a: { $id: 'a', $schema } } });
  });

  it('touches nothing in a dialect that it does not know', () => {
    const schema: JsonSchema = {
      $schema: 'https://example.com/my-dialect',
      required: ['b', 'a'],
      $comment: 'kept',
      properties: {},
    };
    expect(canonicalSchema(schema)).toEqual(schema);
  });

  it('leaves malformed keywords as they are', () => {
    const schema: JsonSchema = {
      required: 'yes',
      type: 5,
      enum: 'a',
      properties: [1],
      anyOf: {},
      items: 'x',
    };
    expect(canonicalSchema(schema)).toEqual({ ...schema, anyOf: {} });
  });

  it('does not change what it is given', () => {
    const schema: JsonSchema = {
      required: ['b', 'a'],
      enum: [1],
      $comment: '',
    };
    const before = JSON.stringify(schema);
    canonicalSchema(schema);
    expect(JSON.stringify(schema)).toBe(before);
  });
});
