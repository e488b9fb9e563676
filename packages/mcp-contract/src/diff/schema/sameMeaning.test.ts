import type { JsonSchema } from '../../canonical/JsonValue';
import { compareSchemas } from './compareSchemas';

const kind = (value: string, more: object = {}): JsonSchema => ({
  type: 'object',
  properties: { kind: { const: value } },
  required: ['kind'],
  ...more,
});

/** `[what, one schema, another that means the same]` */
const PAIRS: [string, JsonSchema, JsonSchema][] = [
  ['a type and a list of one', { type: 'string' }, { type: ['string'] }],
  ['all and no keyword', true, {}],
  ['no keyword and a comment', {}, { $comment: 'why' }],
  ['nothing and what is not all', false, { not: {} }],
  [
    'members in another order',
    { type: 'object', properties: { a: true, b: true }, required: ['a', 'b'] },
    { required: ['b', 'a'], properties: { b: true, a: true }, type: 'object' },
  ],
  [
    'values in another order, and twice',
    { enum: ['a', { x: 1, y: 2 }] },
    { enum: [{ y: 2, x: 1 }, 'a', 'a'] },
  ],
  ['a constant and a list of one', { const: 1 }, { enum: [1] }],
  [
    'constants as alternatives',
    { enum: ['a', 'b'] },
    { anyOf: [{ const: 'b' }, { const: 'a' }] },
  ],
  [
    'constants as alternatives that exclude each other',
    { type: 'string', enum: ['a', 'b'] },
    { type: 'string', oneOf: [{ const: 'b' }, { const: 'a' }] },
  ],
  [
    'null as a type and as an alternative',
    { type: ['string', 'null'] },
    { anyOf: [{ type: 'string' }, { type: 'null' }] },
  ],
  [
    'null as an alternative that excludes the other',
    { type: ['string', 'null'], maxLength: 3 },
    { oneOf: [{ type: 'null' }, { type: 'string', maxLength: 3 }] },
  ],
  [
    'values with null, and null beside them',
    { enum: ['a', null] },
    { anyOf: [{ enum: ['a'] }, { type: 'null' }] },
  ],
  [
    'a number and its parts',
    { type: 'number' },
    { type: ['integer', 'number'] },
  ],
  [
    'an integer and a number in whole steps',
    { type: 'integer' },
    { type: 'number', multipleOf: 1 },
  ],
  [
    'limits of integers',
    { type: 'integer', minimum: 1, maximum: 9 },
    { type: 'integer', exclusiveMinimum: 0, exclusiveMaximum: 9.5 },
  ],
  [
    'a loose limit beside a tight one',
    { type: 'integer', minimum: 1 },
    { type: 'integer', minimum: 1, exclusiveMinimum: 0.5 },
  ],
  [
    'steps that are in others',
    { type: 'number', allOf: [{ multipleOf: 2 }, { multipleOf: 3 }] },
    { type: 'number', multipleOf: 6 },
  ],
  [
    'decimal steps, exactly',
    { type: 'number', allOf: [{ multipleOf: 0.3 }, { multipleOf: 0.1 }] },
    { type: 'number', multipleOf: 0.3 },
  ],
  [
    'a reference and what it leads to',
    {
      type: 'object',
      properties: { a: { $ref: '#/$defs/x' } },
      $defs: { x: { type: 'string' } },
    },
    { type: 'object', properties: { a: { type: 'string' } } },
  ],
  [
    'a definition by another name',
    { $ref: '#/$defs/x', $defs: { x: { type: 'string' } } },
    { $ref: '#/definitions/y%20z', definitions: { 'y z': { type: 'string' } } },
  ],
  [
    'a reference by anchor',
    { $ref: '#here', $defs: { x: { $anchor: 'here', type: 'string' } } },
    { type: 'string' },
  ],
  [
    'a dynamic reference',
    {
      $dynamicRef: '#x',
      $defs: { x: { $dynamicAnchor: 'x', type: 'string' } },
    },
    { type: 'string' },
  ],
  [
    'a cycle, unrolled once',
    {
      $ref: '#/$defs/tree',
      $defs: {
        tree: {
          type: 'object',
          properties: { child: { $ref: '#/$defs/tree' } },
        },
      },
    },
    {
      type: 'object',
      properties: {
        child: {
          type: 'object',
          properties: { child: { $ref: '#' } },
        },
      },
    },
  ],
  [
    'allOf, split otherwise',
    {
      allOf: [
        { type: 'object', properties: { a: { type: 'string' } } },
        { properties: { a: { maxLength: 3 } }, required: ['a'] },
      ],
    },
    {
      type: 'object',
      required: ['a'],
      properties: { a: { type: 'string', maxLength: 3 } },
    },
  ],
  [
    'alternatives in another order, one of them twice',
    { anyOf: [{ type: 'string' }, { minimum: 1, type: 'number' }] },
    {
      anyOf: [
        { minimum: 1, type: 'number' },
        { type: 'string' },
        { type: 'string' },
      ],
    },
  ],
  [
    'alternatives that a property tells apart',
    { oneOf: [kind('a'), kind('b')] },
    { anyOf: [kind('b'), kind('a')] },
  ],
  [
    'alternatives and what they share, beside them',
    {
      anyOf: [
        { type: 'string', maxLength: 3 },
        { type: 'number', minimum: 1 },
      ],
    },
    {
      type: ['number', 'string'],
      maxLength: 3,
      minimum: 1,
    },
  ],
  ['one alternative', { oneOf: [{ type: 'string' }] }, { type: 'string' }],
  [
    'alternatives that can not be',
    { anyOf: [{ type: 'string' }, false] },
    { type: 'string' },
  ],
  [
    'two contradictions',
    { type: 'string', minLength: 3, maxLength: 2 },
    { allOf: [{ type: 'string' }, { type: 'number' }] },
  ],
  [
    'no other properties, said in two ways',
    {
      type: 'object',
      properties: { a: {} },
      allOf: [{ properties: { b: {} } }],
      unevaluatedProperties: false,
    },
    {
      type: 'object',
      properties: { a: {}, b: {} },
      additionalProperties: false,
    },
  ],
  [
    'a map, by pattern and by name',
    { type: 'object', additionalProperties: { type: 'string' } },
    {
      type: 'object',
      properties: { a: { type: 'string' } },
      additionalProperties: { type: 'string' },
    },
  ],
  [
    'what a pattern says of a name',
    {
      type: 'object',
      properties: { ab: { type: 'string' } },
      patternProperties: { '^a': { maxLength: 3 } },
    },
    {
      type: 'object',
      properties: { ab: { type: 'string', maxLength: 3 } },
      patternProperties: { '^a': { maxLength: 3 } },
    },
  ],
  [
    'what a required property requires',
    {
      type: 'object',
      properties: { a: {}, b: {} },
      required: ['a'],
      dependentRequired: { a: ['b'] },
    },
    {
      type: 'object',
      properties: { a: {}, b: {} },
      required: ['a', 'b'],
    },
  ],
  [
    'a property that requires another, said in two ways',
    {
      type: 'object',
      properties: { a: {}, b: {} },
      dependentRequired: { a: ['b'] },
    },
    {
      type: 'object',
      properties: { a: {}, b: {} },
      dependentSchemas: { a: { required: ['b'] } },
    },
  ],
  [
    'no further items, said in two ways',
    { type: 'array', prefixItems: [{}], items: false },
    { type: 'array', prefixItems: [{}], maxItems: 1 },
  ],
  [
    'items, item by item',
    { type: 'array', items: { type: 'string' } },
    {
      type: 'array',
      prefixItems: [{ type: 'string' }],
      items: { type: 'string' },
    },
  ],
  [
    'a type excluded',
    { type: ['string', 'number'], not: { type: 'number' } },
    { type: 'string' },
  ],
  [
    'conditions in another order',
    {
      type: 'object',
      properties: { a: {}, b: {} },
      allOf: [
        { if: { required: ['a'] }, then: { required: ['b'] } },
        { if: { required: ['b'] }, then: { required: ['a'] } },
      ],
    },
    {
      type: 'object',
      properties: { a: {}, b: {} },
      allOf: [
        { if: { required: ['b'] }, then: { required: ['a'] } },
        { if: { required: ['a'] }, then: { required: ['b'] } },
      ],
    },
  ],
  ['a condition without an outcome', { if: { type: 'string' } }, {}],
  ['an outcome without a condition', { then: { type: 'string' } }, {}],
];

describe('compareSchemas finds no change between', () => {
  it.each(PAIRS)('%s', (_, one, other) => {
    for (const side of ['input', 'output'] as const) {
      expect(compareSchemas(one, other, side)).toEqual([]);
      expect(compareSchemas(other, one, side)).toEqual([]);
    }
  });
});
