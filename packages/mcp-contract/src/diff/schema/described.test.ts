import type { JsonObject, JsonSchema } from '../../canonical/JsonValue';
import { compareSchemas } from './compareSchemas';

const text: JsonSchema = { type: 'string' };
const integer: JsonSchema = { type: 'integer' };
const inner = { type: 'object', properties: { b: text } } as const;
const branches = {
  anyOf: [{ properties: { a: inner } }, { required: ['c'] }],
};
const object = (keywords: { [keyword: string]: unknown }): JsonSchema => ({
  type: 'object',
  ...(keywords as JsonObject),
});
const list = (keywords: { [keyword: string]: unknown }): JsonSchema =>
  object({ properties: { list: { type: 'array', ...keywords } } });

const isBreaking = (before: JsonSchema, after: JsonSchema) =>
  compareSchemas(before, after, 'input').some(
    ({ rule }) =>
      !['input-property-added', 'input-property-ignored'].includes(rule),
  );

describe('A property counts as described, so that who sends it may be refused,', () => {
  it.each<[string, JsonSchema, JsonSchema]>([
    [
      'where a branch does it, further in',
      object(branches),
      object({
        ...branches,
        properties: { a: { properties: { b: integer } } },
      }),
    ],
    [
      'where what follows from a condition does it, further in',
      object({ if: { required: ['c'] }, then: { properties: { a: inner } } }),
      object({
        if: { required: ['c'] },
        then: { properties: { a: inner } },
        properties: { a: { properties: { b: integer } } },
      }),
    ],
    [
      'where another branch that holds as well does it',
      object({
        anyOf: [{ properties: { a: text } }, { properties: { b: text } }],
      }),
      object({
        anyOf: [
          { properties: { a: text, b: integer } },
          { properties: { b: text, a: integer } },
        ],
      }),
    ],
    [
      'where a branch requires it',
      object({ anyOf: [{ required: ['a'] }, { required: ['b'] }] }),
      object({
        anyOf: [{ required: ['a'] }, { required: ['b'] }],
        properties: { a: integer },
      }),
    ],
    [
      'where others are required with it',
      object({ dependentRequired: { a: ['b'] } }),
      object({ dependentRequired: { a: ['b', 'c'] } }),
    ],
    [
      'where it is required with others',
      object({ dependentRequired: { a: ['b'] } }),
      object({ dependentRequired: { a: ['b'] }, properties: { b: integer } }),
    ],
    [
      'where a schema depends on it',
      object({ dependentSchemas: { a: { required: ['b'] } } }),
      object({ dependentSchemas: { a: { required: ['b', 'c'] } } }),
    ],
    [
      'where values that have it are listed',
      object({ properties: { o: { enum: [{ a: 1 }, { a: 2 }] } } }),
      object({
        properties: {
          o: {
            enum: [{ a: 1 }, { a: 2 }],
            properties: { a: { maximum: 1 } },
          },
        },
      }),
    ],
    [
      'where a branch lists values that have it',
      object({ properties: { o: { anyOf: [{ const: { a: 2 } }, integer] } } }),
      object({
        properties: {
          o: {
            anyOf: [{ const: { a: 2 } }, integer],
            properties: { a: { maximum: 1 } },
          },
        },
      }),
    ],
    [
      'where it may be the one that a branch leaves to unevaluatedProperties',
      object({
        anyOf: [{ properties: { n: text } }, { required: ['k'] }],
        unevaluatedProperties: false,
      }),
      object({
        anyOf: [{ properties: { n: text } }, { required: ['k'] }],
        additionalProperties: false,
      }),
    ],
    [
      'where a condition without consequences leaves it to unevaluatedProperties',
      object({
        if: { properties: { a: { const: 1 } } },
        unevaluatedProperties: false,
      }),
      object({ unevaluatedProperties: false }),
    ],
    [
      'where the schema of all items does it, not the one of contains',
      list({ items: inner, contains: { required: ['a'] } }),
      list({
        items: inner,
        contains: { required: ['a'], properties: { b: integer } },
      }),
    ],
    [
      'where the schema of contains does it, not the one of all items',
      list({ contains: inner }),
      list({ contains: inner, items: { properties: { b: integer } } }),
    ],
    [
      'where a branch does it for items',
      list({ anyOf: [{ items: inner }, { minItems: 3 }] }),
      list({
        anyOf: [{ items: inner }, { minItems: 3 }],
        items: { properties: { b: integer } },
      }),
    ],
    [
      'where it may be that of an unevaluated item',
      list({ contains: { const: 1 }, unevaluatedItems: inner }),
      list({
        contains: { const: 1 },
        unevaluatedItems: { type: 'object', properties: { b: integer } },
      }),
    ],
  ])('%s', (_, before, after) => {
    expect(isBreaking(before, after)).toBe(true);
  });
});

describe('A property counts as not described', () => {
  const alternative = (name: string, properties: JsonObject): JsonObject => ({
    properties: { kind: { const: name }, ...properties },
    required: ['kind'],
  });

  it.each<[string, JsonSchema, JsonSchema]>([
    ['where nothing does it', object({}), object({ properties: { a: text } })],
    [
      'where a branch does it that can not hold as well',
      object({ anyOf: [alternative('x', {}), alternative('y', { a: text })] }),
      object({
        anyOf: [
          alternative('x', { a: integer }),
          alternative('y', { a: text }),
        ],
      }),
    ],
    [
      'where another alternative of a oneOf does it',
      object({
        oneOf: [{ required: ['x'] }, { properties: { a: text } }],
      }),
      object({
        oneOf: [{ required: ['x'] }, { properties: { a: text } }],
        minProperties: 0,
      }),
    ],
  ])('%s', (_, before, after) => {
    expect(isBreaking(before, after)).toBe(false);
  });
});
