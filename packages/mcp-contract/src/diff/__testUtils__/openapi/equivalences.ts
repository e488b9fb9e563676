import type { ValueCase } from './SchemaPair';

const string = { type: 'string' };

/** In each, both accept the same, however differently it is written. */
export const EQUIVALENCES: ValueCase[] = [
  { subject: 'type-as-list', before: string, after: { type: ['string'] } },
  { subject: 'true-for-empty', before: {}, after: true },
  {
    subject: 'const-for-enum-of-one',
    before: { enum: ['a'] },
    after: { const: 'a' },
  },
  {
    subject: 'enum-reordered',
    before: { enum: ['a', 'b'] },
    after: { enum: ['b', 'a'] },
  },
  {
    subject: 'type-list-reordered',
    before: { type: ['string', 'null'] },
    after: { type: ['null', 'string'] },
  },
  {
    subject: 'number-covers-integer',
    before: { type: 'number' },
    after: { type: ['integer', 'number'] },
  },
  {
    subject: 'any-of-for-type-list',
    before: { type: ['string', 'null'] },
    after: { anyOf: [string, { type: 'null' }] },
  },
  {
    subject: 'any-of-reordered',
    before: { anyOf: [string, { type: 'integer' }] },
    after: { anyOf: [{ type: 'integer' }, string] },
  },
  {
    subject: 'one-of-for-any-of',
    before: { anyOf: [string, { type: 'integer' }] },
    after: { oneOf: [string, { type: 'integer' }] },
  },
  { subject: 'all-of-one', before: string, after: { allOf: [string] } },
  {
    subject: 'all-of-merged',
    before: { allOf: [string, { minLength: 1 }] },
    after: { type: 'string', minLength: 1 },
  },
  {
    subject: 'bound-that-says-nothing',
    before: string,
    after: { type: 'string', minLength: 0 },
  },
  {
    subject: 'open-said-aloud',
    before: { type: 'object' },
    after: { type: 'object', additionalProperties: true },
  },
  {
    subject: 'keyword-of-another-type',
    before: string,
    after: { type: 'string', minimum: 3 },
  },
  {
    subject: 'integer-bound-said-otherwise',
    before: { type: 'integer', minimum: 1 },
    after: { type: 'integer', exclusiveMinimum: 0 },
  },
  {
    subject: 'then-without-if',
    before: string,
    after: { type: 'string', then: { minLength: 1 } },
  },
  {
    subject: 'described',
    before: string,
    after: { type: 'string', description: 'Where to look' },
  },
  {
    subject: 'default-given',
    before: string,
    after: { type: 'string', default: 'a' },
  },
];

/** In each, both accept something that the other does not. */
export const REPLACEMENTS: ValueCase[] = [
  { subject: 'type-replaced', before: string, after: { type: 'number' } },
  {
    subject: 'enum-value-replaced',
    before: { enum: ['a', 'b'] },
    after: { enum: ['b', 'c'] },
  },
  { subject: 'const-replaced', before: { const: 'a' }, after: { const: 'b' } },
  {
    subject: 'range-shifted',
    before: { type: 'number', minimum: 0, maximum: 10 },
    after: { type: 'number', minimum: 5, maximum: 15 },
  },
  {
    subject: 'multiple-of-replaced',
    before: { type: 'integer', multipleOf: 2 },
    after: { type: 'integer', multipleOf: 3 },
  },
  {
    subject: 'format-replaced',
    before: { type: 'string', format: 'uuid' },
    after: { type: 'string', format: 'email' },
  },
  {
    subject: 'pattern-replaced',
    before: { type: 'string', pattern: '^a' },
    after: { type: 'string', pattern: '^b' },
  },
  {
    subject: 'items-replaced',
    before: { type: 'array', items: string },
    after: { type: 'array', items: { type: 'integer' } },
  },
  {
    subject: 'any-of-branch-replaced',
    before: { anyOf: [string, { type: 'integer' }] },
    after: { anyOf: [string, { type: 'boolean' }] },
  },
];
