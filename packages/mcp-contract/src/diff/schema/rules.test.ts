import type { JsonSchema } from '../../canonical/JsonValue';
import { compareSchemas } from './compareSchemas';

const object = (
  properties: { [name: string]: JsonSchema },
  more: { [keyword: string]: unknown } = {},
): JsonSchema => ({ type: 'object', properties, ...more } as JsonSchema);

const closed = { additionalProperties: false };
const a = (schema: JsonSchema) => object({ a: schema });

/** `[name, before, after, rules for an input, rules for an output]` */
type Row = [string, JsonSchema, JsonSchema, string[], string[]];

const both = (...rules: string[]): [string[], string[]] => [rules, rules];

const ROWS: Row[] = [
  // Properties
  [
    'an optional property is added to an open object',
    object({}),
    object({ a: { type: 'string' } }),
    ...both('property-added'),
  ],
  [
    'an optional property is added to a closed object',
    object({}, closed),
    object({ a: { type: 'string' } }, closed),
    ['property-added'],
    ['property-added-to-closed'],
  ],
  [
    'a required property is added to an open object',
    object({}),
    object({ a: { type: 'string', default: 'x' } }, { required: ['a'] }),
    ['property-added-required'],
    ['property-added'],
  ],
  [
    'a property is made required',
    object({ a: {} }),
    object({ a: {} }, { required: ['a'] }),
    ...both('property-required'),
  ],
  [
    'a property is made optional',
    object({ a: {} }, { required: ['a'] }),
    object({ a: {} }),
    ...both('property-optional'),
  ],
  [
    'an optional property is removed from an open object',
    a({ type: 'string' }),
    object({}),
    ['property-ignored'],
    ['property-undeclared'],
  ],
  [
    'an optional property is removed from a closed object',
    object({ a: { type: 'string' } }, closed),
    object({}, closed),
    ['property-removed'],
    ['optional-property-removed'],
  ],
  [
    'a required property is removed from an open object',
    object({ a: { type: 'string' } }, { required: ['a'] }),
    object({}),
    ['property-ignored'],
    ['property-removed'],
  ],
  [
    'a property is renamed',
    object({ a: { type: 'string' } }, { required: ['a'], ...closed }),
    object({ b: { type: 'string' } }, { required: ['b'], ...closed }),
    ['property-added-required', 'property-removed'],
    ['property-added-to-closed', 'property-removed'],
  ],
  [
    'an object is closed',
    a({}),
    object({ a: {} }, closed),
    ...both('additional-properties-closed'),
  ],
  [
    'an object is opened',
    object({ a: {} }, closed),
    a({}),
    ...both('additional-properties-opened'),
  ],
  [
    'other properties get a schema',
    object({}),
    object({}, { additionalProperties: { type: 'string' } }),
    ...both('additional-properties-restricted'),
  ],
  [
    'other properties lose their schema',
    object({}, { additionalProperties: { type: 'string' } }),
    object({}),
    ...both('additional-properties-unrestricted'),
  ],
  [
    'the values of a map get another type',
    object({}, { additionalProperties: { type: 'string' } }),
    object({}, { additionalProperties: { type: 'number' } }),
    ...both('type-changed'),
  ],
  [
    'a map names one of its properties',
    object({}, { additionalProperties: { type: 'string' } }),
    object(
      { a: { type: 'string', maxLength: 3 } },
      { additionalProperties: { type: 'string' } },
    ),
    ...both('length-tightened'),
  ],
  [
    'a pattern of names gets another schema',
    object({}, { patternProperties: { '^x-': { type: 'string' } } }),
    object({}, { patternProperties: { '^x-': { type: ['string', 'null'] } } }),
    ...both('null-allowed'),
  ],
  [
    'a property comes under a pattern',
    object({ 'x-a': { type: 'string' } }),
    object(
      { 'x-a': { type: 'string' } },
      { patternProperties: { '^x-': { maxLength: 3 } } },
    ),
    ...both('additional-properties-restricted', 'length-tightened'),
  ],
  [
    'names of properties are limited',
    object({}, { additionalProperties: { type: 'string' } }),
    object(
      {},
      {
        additionalProperties: { type: 'string' },
        propertyNames: { maxLength: 3 },
      },
    ),
    ...both('property-names-tightened'),
  ],
  [
    'names of properties are limited less',
    { type: 'object', propertyNames: { enum: ['a'] } },
    { type: 'object', propertyNames: { enum: ['a', 'b'] } },
    ...both('property-names-loosened'),
  ],
  [
    'names of properties are limited otherwise',
    { type: 'object', propertyNames: { pattern: '^a' } },
    { type: 'object', propertyNames: { pattern: '^b' } },
    ...both('property-names-changed'),
  ],
  [
    'fewer properties are allowed',
    { type: 'object', maxProperties: 5 },
    { type: 'object', maxProperties: 4 },
    ...both('property-count-tightened'),
  ],
  [
    'fewer properties are needed',
    { type: 'object', minProperties: 5 },
    { type: 'object', minProperties: 4 },
    ...both('property-count-loosened'),
  ],
  [
    'a property requires another',
    object({ a: {}, b: {} }),
    object({ a: {}, b: {} }, { dependentRequired: { a: ['b'] } }),
    ...both('dependent-required-added'),
  ],
  [
    'a property no longer requires another',
    object({ a: {}, b: {} }, { dependentRequired: { a: ['b'] } }),
    object({ a: {}, b: {} }),
    ...both('dependent-required-removed'),
  ],
  [
    'a property restricts others',
    object({ a: {}, b: {} }),
    object(
      { a: {}, b: {} },
      { dependentSchemas: { a: { properties: { b: { type: 'string' } } } } },
    ),
    ...both('dependent-schema-added'),
  ],
  [
    'a property no longer restricts others',
    object({ a: {}, b: {} }, { dependentSchemas: { a: { required: ['b'] } } }),
    object({ a: {}, b: {} }),
    ...both('dependent-schema-removed'),
  ],

  // Types and values
  [
    'a type is dropped',
    a({ type: ['string', 'number'] }),
    a({ type: 'string' }),
    ...both('type-narrowed'),
  ],
  [
    'a type is added',
    a({ type: 'string' }),
    a({ type: ['string', 'number'] }),
    ...both('type-widened'),
  ],
  [
    'an integer becomes a number',
    a({ type: 'integer' }),
    a({ type: 'number' }),
    ...both('type-widened'),
  ],
  [
    'a number becomes an integer',
    a({ type: 'number' }),
    a({ type: 'integer' }),
    ...both('type-narrowed'),
  ],
  [
    'a type is replaced',
    a({ type: 'string' }),
    a({ type: 'number' }),
    ...both('type-changed'),
  ],
  [
    'a type is introduced',
    a({}),
    a({ type: 'number' }),
    ...both('type-narrowed'),
  ],
  [
    'null is no longer allowed',
    a({ type: ['string', 'null'] }),
    a({ type: 'string' }),
    ...both('null-disallowed'),
  ],
  [
    'null is allowed by an alternative',
    a({ type: 'string' }),
    a({ anyOf: [{ type: 'string' }, { type: 'null' }] }),
    ...both('null-allowed'),
  ],
  [
    'nothing is allowed any more',
    a({ type: 'string' }),
    a(false),
    ['property-removed'],
    ['optional-property-removed'],
  ],
  [
    'the whole allows nothing any more',
    { type: 'string' },
    false,
    ...both('nothing-allowed'),
  ],
  [
    'the whole allows something',
    { allOf: [{ type: 'string' }, { type: 'number' }] },
    { type: 'string' },
    ...both('something-allowed'),
  ],
  [
    'a value is removed',
    a({ enum: ['x', 'y'] }),
    a({ enum: ['y'] }),
    ...both('enum-value-removed'),
  ],
  [
    'a value is added',
    a({ enum: ['x', 'y'] }),
    a({ enum: ['y', 'z', 'x'] }),
    ...both('enum-value-added'),
  ],
  [
    'a value is replaced',
    a({ enum: ['x', 'y'] }),
    a({ enum: ['x', 'z'] }),
    ...both('enum-value-added', 'enum-value-removed'),
  ],
  [
    'values are listed',
    a({ type: 'string' }),
    a({ type: 'string', enum: ['x'] }),
    ...both('enum-introduced'),
  ],
  [
    'values are no longer listed',
    a({ enum: ['x'] }),
    a({ type: 'string' }),
    ...both('enum-dropped'),
  ],
  [
    'values of another type are listed',
    a({ type: 'integer' }),
    a({ enum: ['x', 'y'] }),
    ...both('type-changed'),
  ],
  [
    'values are listed, some of which are new',
    a({ type: 'string', maxLength: 1 }),
    a({ enum: ['x', 'yy'] }),
    ...both('enum-introduced', 'enum-value-added'),
  ],
  [
    'values are no longer listed, and some not allowed',
    a({ enum: ['x', 'yy'] }),
    a({ type: 'string', maxLength: 1 }),
    ...both('enum-dropped', 'enum-value-removed'),
  ],
  [
    'a constant changes',
    a({ const: 'x' }),
    a({ const: 'y' }),
    ...both('const-changed'),
  ],

  // Numbers
  [
    'an upper limit is lowered',
    a({ type: 'integer', maximum: 100 }),
    a({ type: 'integer', maximum: 50 }),
    ...both('range-tightened'),
  ],
  [
    'a lower limit is dropped',
    a({ type: 'number', minimum: 1 }),
    a({ type: 'number' }),
    ...both('range-loosened'),
  ],
  [
    'a limit is now excluded',
    a({ type: 'number', minimum: 1 }),
    a({ type: 'number', exclusiveMinimum: 1 }),
    ...both('range-tightened'),
  ],
  [
    'steps become coarser',
    a({ type: 'number', multipleOf: 0.1 }),
    a({ type: 'number', multipleOf: 0.3 }),
    ...both('multiple-of-tightened'),
  ],
  [
    'steps become finer',
    a({ type: 'number', multipleOf: 10 }),
    a({ type: 'number', multipleOf: 2.5 }),
    ...both('multiple-of-loosened', 'type-widened'),
  ],
  [
    'steps become others',
    a({ type: 'integer', multipleOf: 2 }),
    a({ type: 'integer', multipleOf: 3 }),
    ...both('multiple-of-changed'),
  ],

  // Texts
  [
    'a text must be longer',
    a({ type: 'string', minLength: 1 }),
    a({ type: 'string', minLength: 2 }),
    ...both('length-tightened'),
  ],
  [
    'a text may be longer',
    a({ type: 'string', maxLength: 1 }),
    a({ type: 'string', maxLength: 2 }),
    ...both('length-loosened'),
  ],
  [
    'a pattern is added',
    a({ type: 'string' }),
    a({ type: 'string', pattern: '^a' }),
    ...both('pattern-added'),
  ],
  [
    'a pattern is removed',
    a({ type: 'string', pattern: '^a' }),
    a({ type: 'string' }),
    ...both('pattern-removed'),
  ],
  [
    'a pattern changes',
    a({ type: 'string', pattern: '^a' }),
    a({ type: 'string', pattern: '^b' }),
    ...both('pattern-changed'),
  ],
  [
    'a format is added',
    a({ type: 'string' }),
    a({ type: 'string', format: 'date' }),
    ...both('format-added'),
  ],
  [
    'a format is removed',
    a({ type: 'string', format: 'date' }),
    a({ type: 'string' }),
    ...both('format-removed'),
  ],
  [
    'a format changes',
    a({ type: 'string', format: 'date' }),
    a({ type: 'string', format: 'time' }),
    ...both('format-changed'),
  ],

  // Arrays
  [
    'items get a schema',
    a({ type: 'array' }),
    a({ type: 'array', items: { type: 'string' } }),
    ...both('items-restricted'),
  ],
  [
    'items lose their schema',
    a({ type: 'array', items: { type: 'string' } }),
    a({ type: 'array' }),
    ...both('items-unrestricted'),
  ],
  [
    'items change their type',
    a({ type: 'array', items: { type: 'string' } }),
    a({ type: 'array', items: { type: 'integer' } }),
    ...both('type-changed'),
  ],
  [
    'a tuple changes in one position',
    a({ prefixItems: [{ type: 'string' }, { type: 'integer' }], items: false }),
    a({ prefixItems: [{ type: 'string' }, { type: 'number' }], items: false }),
    ...both('type-widened'),
  ],
  [
    'a tuple is closed',
    a({ type: 'array', prefixItems: [{ type: 'string' }] }),
    a({ type: 'array', prefixItems: [{ type: 'string' }], items: false }),
    ...both('items-restricted'),
  ],
  [
    'a tuple is opened',
    a({ type: 'array', prefixItems: [{ type: 'string' }], items: false }),
    a({ type: 'array', prefixItems: [{ type: 'string' }] }),
    ...both('items-unrestricted'),
  ],
  [
    'more items are needed',
    a({ type: 'array', minItems: 1 }),
    a({ type: 'array', minItems: 2 }),
    ...both('item-count-tightened'),
  ],
  [
    'more items are allowed',
    a({ type: 'array', maxItems: 1 }),
    a({ type: 'array', maxItems: 2 }),
    ...both('item-count-loosened'),
  ],
  [
    'items must differ',
    a({ type: 'array' }),
    a({ type: 'array', uniqueItems: true }),
    ...both('unique-items-added'),
  ],
  [
    'items need not differ',
    a({ type: 'array', uniqueItems: true }),
    a({ type: 'array' }),
    ...both('unique-items-removed'),
  ],
  [
    'an item of a kind is needed',
    a({ type: 'array' }),
    a({ type: 'array', contains: { type: 'string' } }),
    ...both('contains-tightened'),
  ],
  [
    'fewer items of a kind are needed',
    a({ type: 'array', contains: { type: 'string' }, minContains: 2 }),
    a({ type: 'array', contains: { type: 'string' } }),
    ...both('contains-loosened'),
  ],
  [
    'an item of another kind is needed',
    a({ type: 'array', contains: { type: 'string' } }),
    a({ type: 'array', contains: { type: 'number' } }),
    ...both('contains-changed'),
  ],

  // Combinations
  [
    'an alternative is removed',
    a({
      anyOf: [
        object({ b: {} }, { required: ['b'] }),
        object({ c: {} }, { required: ['c'] }),
      ],
    }),
    a({ anyOf: [object({ b: {} }, { required: ['b'] })] }),
    ...both('branch-removed'),
  ],
  [
    'an alternative is removed, and the others take what it did',
    a({ anyOf: [a({ type: 'string' }), object({ b: {} })] }),
    a({ anyOf: [a({ type: 'string' })] }),
    ['property-ignored'],
    ['property-undeclared'],
  ],
  [
    'an alternative is added',
    a({
      oneOf: [
        object({ kind: { const: 'x' } }, { required: ['kind'] }),
        object({ kind: { const: 'y' } }, { required: ['kind'] }),
      ],
    }),
    a({
      oneOf: [
        object({ kind: { const: 'x' } }, { required: ['kind'] }),
        object({ kind: { const: 'z' } }, { required: ['kind'] }),
        object({ kind: { const: 'y' } }, { required: ['kind'] }),
      ],
    }),
    ...both('branch-added'),
  ],
  [
    'an alternative changes inside',
    a({
      oneOf: [
        object(
          { kind: { const: 'x' }, n: { maximum: 2 } },
          { required: ['kind'] },
        ),
        object({ kind: { const: 'y' } }, { required: ['kind'] }),
      ],
    }),
    a({
      oneOf: [
        object({ kind: { const: 'y' } }, { required: ['kind'] }),
        object(
          { kind: { const: 'x' }, n: { maximum: 1 } },
          { required: ['kind'] },
        ),
      ],
    }),
    ...both('range-tightened'),
  ],
  [
    'alternatives that may overlap change',
    a({ oneOf: [{ minimum: 5 }, { maximum: 3 }] }),
    a({ oneOf: [{ minimum: 5 }, { maximum: 6 }] }),
    ['one-of-changed', 'range-loosened'],
    ['range-loosened'],
  ],
  [
    'something is put beside by allOf',
    a({ type: 'string' }),
    a({ allOf: [{ type: 'string' }, { maxLength: 3 }] }),
    ...both('length-tightened'),
  ],
  [
    'values are excluded',
    a({ type: 'string' }),
    a({ type: 'string', not: { enum: ['x'] } }),
    ...both('not-added'),
  ],
  [
    'values are no longer excluded',
    a({ type: 'string', not: { enum: ['x'] } }),
    a({ type: 'string' }),
    ...both('not-removed'),
  ],
  [
    'more values are excluded',
    a({ type: 'string', not: { enum: ['x'] } }),
    a({ type: 'string', not: { enum: ['x', 'y'] } }),
    ...both('not-added'),
  ],
  [
    'other values are excluded',
    a({ type: 'string', not: { enum: ['x'] } }),
    a({ type: 'string', not: { enum: ['y'] } }),
    ...both('not-changed'),
  ],
  [
    'a condition is added',
    object({ a: {}, b: {} }),
    object(
      { a: {}, b: {} },
      { if: { properties: { a: { const: 1 } } }, then: { required: ['b'] } },
    ),
    ...both('condition-added'),
  ],
  [
    'a condition is removed',
    object(
      { a: {}, b: {} },
      { if: { properties: { a: { const: 1 } } }, then: { required: ['b'] } },
    ),
    object({ a: {}, b: {} }),
    ...both('condition-removed'),
  ],
  [
    'what follows from a condition changes',
    object(
      { a: {}, b: { type: 'number' } },
      {
        if: { properties: { a: { const: 1 } } },
        then: { properties: { b: { maximum: 2 } } },
      },
    ),
    object(
      { a: {}, b: { type: 'number' } },
      {
        if: { properties: { a: { const: 1 } } },
        then: { properties: { b: { maximum: 1 } } },
      },
    ),
    ...both('range-tightened'),
  ],
  [
    'a condition becomes another',
    object(
      { a: {}, b: {} },
      { if: { properties: { a: { const: 1 } } }, then: { required: ['b'] } },
    ),
    object(
      { a: {}, b: {} },
      { if: { properties: { a: { const: 2 } } }, then: { required: ['b'] } },
    ),
    ...both('condition-changed'),
  ],
  [
    'what nothing describes is ruled out',
    object({ a: {} }, { allOf: [object({ b: {} })] }),
    object(
      { a: {} },
      { allOf: [object({ b: {} })], unevaluatedProperties: false },
    ),
    ...both('additional-properties-closed'),
  ],
  [
    'what no branch describes is ruled out',
    object({ a: {} }, { anyOf: [{ required: ['a'] }, object({ b: {} })] }),
    object(
      { a: {} },
      {
        anyOf: [{ required: ['a'] }, object({ b: {} })],
        unevaluatedProperties: false,
      },
    ),
    ...both('additional-properties-closed'),
  ],
  [
    'items that nothing else describes are restricted',
    a({ type: 'array', contains: { type: 'string' } }),
    a({
      type: 'array',
      contains: { type: 'string' },
      unevaluatedItems: { type: 'integer' },
    }),
    ...both('items-restricted'),
  ],
  [
    'items that nothing else describes are restricted otherwise',
    a({
      type: 'array',
      contains: { type: 'string' },
      unevaluatedItems: { type: 'null' },
    }),
    a({
      type: 'array',
      contains: { type: 'string' },
      unevaluatedItems: { type: 'integer' },
    }),
    ...both('unevaluated-changed'),
  ],
  [
    'a property that was only required gets a schema',
    object({}, { required: ['a'] }),
    object({ a: { type: 'string' } }, { required: ['a'] }),
    ...both('type-narrowed'),
  ],
  [
    'a reference leads elsewhere',
    a({ $ref: 'https://example.com/one' }),
    a({ $ref: 'https://example.com/two' }),
    ...both('reference-changed'),
  ],
  [
    'a keyword has a value that it can not have',
    a({ type: 'text' }),
    a({ type: 'thing' }),
    ...both('keyword-malformed'),
  ],
  [
    'the dialect is not known',
    { $schema: 'https://example.com/dialect', type: 'string' },
    { $schema: 'https://example.com/dialect', type: 'object' },
    ...both('dialect-unknown'),
  ],

  // Texts about it
  [
    'a description changes',
    a({ description: 'x' }),
    a({ description: 'y' }),
    ...both('description-changed'),
  ],
  [
    'a title changes',
    a({ title: 'x' }),
    a({ title: 'y' }),
    ...both('title-changed'),
  ],
  [
    'a default changes',
    a({ default: 1 }),
    a({ default: 2 }),
    ...both('default-changed'),
  ],
  [
    'examples change',
    a({ examples: [1] }),
    a({ examples: [2] }),
    ...both('examples-changed'),
  ],
  [
    'a property is deprecated',
    a({}),
    a({ deprecated: true }),
    ...both('annotation-changed'),
  ],
  [
    'an unknown keyword changes',
    a({ 'x-order': 1 }),
    a({ 'x-order': 2 }),
    ...both('keyword-changed'),
  ],
  [
    'another draft is named',
    { $schema: 'http://json-schema.org/draft-07/schema#', type: 'object' },
    { type: 'object' },
    ...both('dialect-changed'),
  ],
];

const rulesOf = (
  before: JsonSchema,
  after: JsonSchema,
  side: 'input' | 'output',
) =>
  compareSchemas(before, after, side)
    .map(({ rule }) => rule)
    .sort();

const named = (side: string, rules: string[]) =>
  rules.map(rule => `${side}-${rule}`).sort();

describe('compareSchemas says that', () => {
  it.each(ROWS)('%s', (_, before, after, input, output) => {
    expect(rulesOf(before, after, 'input')).toEqual(named('input', input));
    expect(rulesOf(before, after, 'output')).toEqual(named('output', output));
  });
});
