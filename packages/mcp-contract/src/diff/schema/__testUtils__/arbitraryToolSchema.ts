import fc from 'fast-check';

import type {
  JsonObject,
  JsonSchema,
  JsonValue,
} from '../../../canonical/JsonValue';

/** Schemas as servers write them, made of few names and values. */
const NAMES = ['a', 'b', 'c', 'x-d'];
const name = fc.constantFrom(...NAMES);
const WORDS = ['', 'a', 'b', 'ab', 'abc', '12', '2024-01-01'];
const word = fc.constantFrom(...WORDS);
const number = fc.constantFrom(-1, 0, 0.5, 1, 2, 3, 4, 6);
const count = fc.constantFrom(0, 1, 2, 3);

const some = (model: { [keyword: string]: fc.Arbitrary<JsonValue> }) =>
  fc.subarray(Object.keys(model), { maxLength: 3 }).chain(
    keywords =>
      fc.record(Object.fromEntries(keywords.map(key => [key, model[key]])), {
        noNullPrototype: true,
      }) as fc.Arbitrary<JsonObject>,
  );

const text = some({
  minLength: count,
  maxLength: count,
  pattern: fc.constantFrom('^a', 'b', '^[0-9-]*$', '(?=a)'),
  format: fc.constantFrom('date', 'uri'),
}).map(rest => ({ type: 'string', ...rest }));

const numeric = fc
  .tuple(
    fc.constantFrom('number', 'integer'),
    some({
      minimum: number,
      maximum: number,
      exclusiveMinimum: number,
      exclusiveMaximum: number,
      multipleOf: fc.constantFrom(0.5, 1, 2, 3),
    }),
  )
  .map(([type, rest]) => ({ type, ...rest }));

const listed = fc.oneof(
  fc.uniqueArray(word, { minLength: 1, maxLength: 3 }).map(values => ({
    enum: values,
  })),
  fc
    .uniqueArray(fc.oneof(number, word, fc.constant(null)), {
      minLength: 1,
      maxLength: 3,
    })
    .map(values => ({ enum: values })),
  word.map(value => ({ const: value })),
);

const scalar: fc.Arbitrary<JsonSchema> = fc.oneof(
  text,
  numeric,
  listed,
  fc.constant<JsonSchema>({ type: 'boolean' }),
  fc.constant<JsonSchema>({ type: 'null' }),
  fc.constant<JsonSchema>({ type: ['string', 'null'] }),
  fc.constant<JsonSchema>({ type: ['integer', 'string'] }),
  fc.constant<JsonSchema>(true),
  fc.constant<JsonSchema>({}),
);

const dictionary = <T>(values: fc.Arbitrary<T>, maxKeys = 3) =>
  fc.dictionary(name, values, { maxKeys, noNullPrototype: true });

/** Alternatives that a property tells apart, as often as not. */
const alternatives = (schema: fc.Arbitrary<JsonSchema>) =>
  fc.oneof(
    fc.array(schema, { minLength: 1, maxLength: 3 }),
    fc
      .uniqueArray(word, { minLength: 1, maxLength: 3 })
      .chain(kinds =>
        fc.tuple(
          ...kinds.map(kind =>
            dictionary(schema, 2).map(properties => ({
              type: 'object',
              properties: { ...properties, kind: { const: kind } },
              required: ['kind'],
            })),
          ),
        ),
      )
      .map(branches => branches as JsonSchema[]),
  );

const objects = (schema: fc.Arbitrary<JsonSchema>) =>
  fc
    .tuple(
      dictionary(schema),
      some({
        required: fc.uniqueArray(name, { maxLength: 2 }),
        additionalProperties: fc.oneof(fc.constant(false), schema),
        patternProperties: fc.dictionary(
          fc.constantFrom('^x-', '^[ab]$', 'c'),
          schema,
          { maxKeys: 2, noNullPrototype: true },
        ),
        propertyNames: fc.oneof(
          fc.constant({ maxLength: 1 }),
          fc.constant({ pattern: '^[a-c]' }),
          fc
            .uniqueArray(name, { minLength: 1 })
            .map(names => ({ enum: names })),
        ),
        minProperties: count,
        maxProperties: count,
        dependentRequired: dictionary(
          fc.uniqueArray(name, { maxLength: 2 }),
          2,
        ),
        dependentSchemas: dictionary(schema, 1),
        unevaluatedProperties: fc.oneof(fc.constant(false), schema),
        anyOf: alternatives(schema),
        oneOf: alternatives(schema),
        allOf: fc.array(schema, { minLength: 1, maxLength: 2 }),
        not: fc.oneof(
          schema,
          name.map(one => ({ required: [one] })),
        ),
        if: dictionary(schema, 1).map(properties => ({ properties })),
        then: schema,
        else: schema,
      }),
    )
    .map(([properties, rest]) => ({ type: 'object', properties, ...rest }));

const arrays = (schema: fc.Arbitrary<JsonSchema>) =>
  some({
    items: schema,
    prefixItems: fc.array(schema, { minLength: 1, maxLength: 2 }),
    minItems: count,
    maxItems: count,
    uniqueItems: fc.constant(true),
    contains: schema,
    minContains: count,
    maxContains: count,
    unevaluatedItems: schema,
  }).map(rest => ({ type: 'array', ...rest }));

const combined = (schema: fc.Arbitrary<JsonSchema>) =>
  fc.oneof(
    alternatives(schema).map(branches => ({ anyOf: branches })),
    alternatives(schema).map(branches => ({ oneOf: branches })),
    fc
      .array(schema, { minLength: 1, maxLength: 2 })
      .map(all => ({ allOf: all })),
    schema.map(not => ({ not })),
    fc
      .record(
        { if: schema, then: schema, else: schema },
        { requiredKeys: ['if'] },
      )
      .map(condition => ({ ...condition })),
  );

const { schema: anySchema, object: anyObject } = fc.letrec<{
  schema: JsonSchema;
  object: JsonObject;
}>(tie => ({
  object: objects(tie('schema')) as fc.Arbitrary<JsonObject>,
  schema: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    scalar,
    fc.constantFrom<JsonSchema>(
      { $ref: '#/$defs/node' },
      { $ref: '#/$defs/word' },
    ),
    tie('object'),
    arrays(tie('schema')) as fc.Arbitrary<JsonSchema>,
    combined(tie('schema')) as fc.Arbitrary<JsonSchema>,
  ),
}));

/** What one schema may be edited with. */
export const arbitraryPart = anySchema;

/** An object schema with two definitions, one of which may be recursive. */
export const arbitraryToolSchema: fc.Arbitrary<JsonObject> = fc
  .record({ root: anyObject, node: anySchema, word: scalar })
  .map(({ root, node, word: leaf }) => ({
    ...root,
    $defs: { node: withoutLoop(node), word: leaf },
  }));

/** A schema that is itself in place: validators never come to an end. */
function withoutLoop(schema: JsonSchema): JsonSchema {
  return JSON.stringify(schema).includes('#/$defs/node')
    ? { type: 'object', properties: { a: schema } }
    : schema;
}
