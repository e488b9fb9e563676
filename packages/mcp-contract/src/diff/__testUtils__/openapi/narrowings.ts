import type { ValueCase } from './SchemaPair';

const string = { type: 'string' };
const number = { type: 'number' };
const integer = { type: 'integer' };
const array = { type: 'array', items: string };
const map = { type: 'object' };
const thing = { type: 'object', properties: { a: string, b: string } };

const VALUES: ValueCase[] = [
  {
    subject: 'type-removed-from-list',
    before: { type: ['string', 'number'] },
    after: string,
  },
  { subject: 'number-to-integer', before: number, after: integer },
  {
    subject: 'null-removed',
    before: { type: ['string', 'null'] },
    after: string,
  },
  { subject: 'type-introduced', before: {}, after: string },
  { subject: 'true-to-string', before: true, after: string },
  { subject: 'nothing-left', before: string, after: false },
  {
    subject: 'enum-value-removed',
    before: { type: 'string', enum: ['a', 'b', 'c'] },
    after: { type: 'string', enum: ['a', 'b'] },
  },
  {
    subject: 'enum-introduced',
    before: string,
    after: { type: 'string', enum: ['a', 'b'] },
  },
  {
    subject: 'const-introduced',
    before: string,
    after: { type: 'string', const: 'a' },
  },
  {
    subject: 'enum-to-const',
    before: { enum: ['a', 'b'] },
    after: { const: 'a' },
  },
];

const STRINGS: ValueCase[] = [
  {
    subject: 'pattern-introduced',
    before: string,
    after: { type: 'string', pattern: '^a' },
  },
  {
    subject: 'format-introduced',
    before: string,
    after: { type: 'string', format: 'uuid' },
  },
  {
    subject: 'min-length-introduced',
    before: string,
    after: { type: 'string', minLength: 1 },
  },
  {
    subject: 'min-length-raised',
    before: { type: 'string', minLength: 1 },
    after: { type: 'string', minLength: 2 },
  },
  {
    subject: 'max-length-lowered',
    before: { type: 'string', maxLength: 9 },
    after: { type: 'string', maxLength: 8 },
  },
];

const NUMBERS: ValueCase[] = [
  {
    subject: 'minimum-introduced',
    before: number,
    after: { type: 'number', minimum: 0 },
  },
  {
    subject: 'minimum-raised',
    before: { type: 'number', minimum: 0 },
    after: { type: 'number', minimum: 1 },
  },
  {
    subject: 'maximum-lowered',
    before: { type: 'number', maximum: 9 },
    after: { type: 'number', maximum: 8 },
  },
  {
    subject: 'bound-made-exclusive',
    before: { type: 'number', minimum: 0 },
    after: { type: 'number', exclusiveMinimum: 0 },
  },
  {
    subject: 'multiple-of-introduced',
    before: integer,
    after: { type: 'integer', multipleOf: 2 },
  },
  {
    subject: 'multiple-of-doubled',
    before: { type: 'integer', multipleOf: 2 },
    after: { type: 'integer', multipleOf: 4 },
  },
];

const ARRAYS: ValueCase[] = [
  {
    subject: 'min-items-raised',
    before: array,
    after: { ...array, minItems: 1 },
  },
  {
    subject: 'max-items-lowered',
    before: { ...array, maxItems: 9 },
    after: { ...array, maxItems: 8 },
  },
  {
    subject: 'unique-items-introduced',
    before: array,
    after: { ...array, uniqueItems: true },
  },
  { subject: 'items-introduced', before: { type: 'array' }, after: array },
  {
    subject: 'prefix-items-introduced',
    before: { type: 'array' },
    after: { type: 'array', prefixItems: [string] },
  },
  {
    subject: 'tuple-closed',
    before: { type: 'array', prefixItems: [string] },
    after: { type: 'array', prefixItems: [string], items: false },
  },
  {
    subject: 'contains-introduced',
    before: array,
    after: { ...array, contains: { const: 'a' } },
  },
];

const OBJECTS: ValueCase[] = [
  {
    subject: 'min-properties-introduced',
    before: map,
    after: { ...map, minProperties: 1 },
  },
  {
    subject: 'max-properties-lowered',
    before: { ...map, maxProperties: 9 },
    after: { ...map, maxProperties: 8 },
  },
  {
    subject: 'property-names-introduced',
    before: map,
    after: { ...map, propertyNames: { maxLength: 9 } },
  },
  {
    subject: 'pattern-properties-introduced',
    before: map,
    after: { ...map, patternProperties: { '^x-': string } },
  },
  {
    subject: 'map-values-introduced',
    before: map,
    after: { ...map, additionalProperties: string },
  },
  {
    subject: 'object-closed',
    before: thing,
    after: { ...thing, additionalProperties: false },
  },
  {
    subject: 'unevaluated-closed',
    before: thing,
    after: { ...thing, unevaluatedProperties: false },
  },
  {
    subject: 'made-required',
    before: thing,
    after: { ...thing, required: ['a'] },
  },
  {
    subject: 'dependent-required-introduced',
    before: thing,
    after: { ...thing, dependentRequired: { a: ['b'] } },
  },
  {
    subject: 'dependent-schema-introduced',
    before: thing,
    after: { ...thing, dependentSchemas: { a: { required: ['b'] } } },
  },
];

const COMPOSED: ValueCase[] = [
  {
    subject: 'any-of-branch-removed',
    before: { anyOf: [string, integer, { type: 'boolean' }] },
    after: { anyOf: [string, integer] },
  },
  {
    subject: 'one-of-branch-removed',
    before: { oneOf: [string, integer, { type: 'boolean' }] },
    after: { oneOf: [string, integer] },
  },
  {
    subject: 'any-of-introduced',
    before: string,
    after: { type: 'string', anyOf: [{ maxLength: 2 }, { minLength: 8 }] },
  },
  {
    subject: 'all-of-introduced',
    before: string,
    after: { type: 'string', allOf: [{ minLength: 1 }] },
  },
  {
    subject: 'all-of-branch-added',
    before: { type: 'string', allOf: [{ minLength: 1 }] },
    after: { type: 'string', allOf: [{ minLength: 1 }, { maxLength: 9 }] },
  },
  {
    subject: 'not-introduced',
    before: string,
    after: { type: 'string', not: { const: 'a' } },
  },
  {
    subject: 'if-then-introduced',
    before: thing,
    after: { ...thing, if: { required: ['a'] }, then: { required: ['b'] } },
  },
];

/** In each, the second accepts less than the first, and nothing else. */
export const NARROWINGS: ValueCase[] = [
  ...VALUES,
  ...STRINGS,
  ...NUMBERS,
  ...ARRAYS,
  ...OBJECTS,
  ...COMPOSED,
];
