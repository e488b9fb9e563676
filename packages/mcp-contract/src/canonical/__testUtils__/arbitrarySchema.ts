import fc from 'fast-check';

import type { JsonObject, JsonSchema, JsonValue } from '../JsonValue';

/** Names that are keywords too, so that confusing the two shows. */
const NAMES = ['a', 'b', 'required', 'enum', 'type', 'default', 'properties'];
const name = fc.constantFrom(...NAMES);

const scalar = fc.constantFrom<JsonValue>(
  null,
  true,
  false,
  0,
  1,
  1.5,
  -2,
  '',
  'a',
  'bb',
  'required',
);

/** Instances from the same few names and values as the schemas are made of. */
export const arbitraryInstance: fc.Arbitrary<JsonValue> = fc.letrec<{
  value: JsonValue;
}>(tie => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    scalar,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(name, tie('value'), { maxKeys: 3, noNullPrototype: true }),
  ),
})).value;

const types = fc.constantFrom(
  'null',
  'boolean',
  'integer',
  'number',
  'string',
  'array',
  'object',
);

const DEFS = ['one', 'two'];
const reference = fc.constantFrom(
  '#/$defs/one',
  '#/$defs/two',
  '#/$defs/one/properties/a',
  '#/$defs/one/anyOf/0',
);

const IN_PLACE = [
  '$ref',
  'allOf',
  'anyOf',
  'oneOf',
  'not',
  'if',
  'then',
  'else',
];

const SUBJECTS = [
  [
    'items',
    'prefixItems',
    'contains',
    'minContains',
    'unevaluatedItems',
    'uniqueItems',
    'minItems',
    'allOf',
  ],
  [
    'properties',
    'patternProperties',
    'additionalProperties',
    'unevaluatedProperties',
    'required',
    'dependentRequired',
    'dependentSchemas',
    'propertyNames',
    'allOf',
  ],
  IN_PLACE,
];

function keywords(
  schema: fc.Arbitrary<JsonSchema>,
  withReferences: boolean,
): fc.Arbitrary<JsonSchema> {
  const list = fc.array(schema, { minLength: 1, maxLength: 3 });
  const map = fc.dictionary(name, schema, {
    maxKeys: 3,
    noNullPrototype: true,
  });
  const names = fc.uniqueArray(name, { maxLength: 3 });
  const model: { [keyword: string]: fc.Arbitrary<JsonValue> } = {
    $comment: fc.constant('why'),
    additionalProperties: schema,
    allOf: list,
    anyOf: list,
    const: scalar,
    contains: schema,
    default: arbitraryInstance,
    dependentRequired: fc.dictionary(name, names, {
      maxKeys: 2,
      noNullPrototype: true,
    }),
    dependentSchemas: map,
    description: fc.constantFrom('one', 'two'),
    else: schema,
    enum: fc.uniqueArray(scalar, { minLength: 1, maxLength: 3 }),
    if: schema,
    items: schema,
    minContains: fc.constantFrom(0, 1, 2),
    minItems: fc.constantFrom(0, 1),
    minLength: fc.constantFrom(0, 1),
    minProperties: fc.constantFrom(0, 1),
    minimum: fc.constantFrom(0, 1),
    not: schema,
    oneOf: list,
    patternProperties: fc.dictionary(fc.constantFrom('^a', 'e'), schema, {
      maxKeys: 2,
      noNullPrototype: true,
    }),
    prefixItems: list,
    properties: map,
    propertyNames: schema,
    required: names,
    then: schema,
    type: fc.oneof(
      types,
      fc.uniqueArray(types, { minLength: 1, maxLength: 3 }),
    ),
    unevaluatedItems: schema,
    unevaluatedProperties: schema,
    uniqueItems: fc.boolean(),
  };
  if (withReferences) {
    model.$ref = reference;
  }
  // A few keywords at a time that act on one another: with all of them nothing
  // is ever valid, and with any of them rarely does one see the other.
  return fc
    .constantFrom(Object.keys(model), ...SUBJECTS)
    .chain(subject =>
      fc.uniqueArray(
        fc.constantFrom(...subject.filter(keyword => model[keyword])),
        { minLength: 1, maxLength: 4 },
      ),
    )
    .chain(chosen =>
      fc.record(
        Object.fromEntries(chosen.map(keyword => [keyword, model[keyword]])),
        { noNullPrototype: true },
      ),
    ) as fc.Arbitrary<JsonSchema>;
}

function schemas(withReferences: boolean): fc.Arbitrary<JsonSchema> {
  return fc.letrec<{ schema: JsonSchema }>(tie => ({
    schema: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.boolean(),
      fc.constant<JsonSchema>({}),
      types.map(type => ({ type })),
      keywords(tie('schema'), withReferences),
    ),
  })).schema;
}

/** A schema with definitions, all references of which lead somewhere. */
export const arbitrarySchema: fc.Arbitrary<JsonObject> = fc
  .record({
    base: keywords(schemas(true), true),
    one: schemas(false),
    two: schemas(false),
    target: schemas(false),
    branches: fc.array(schemas(false), { minLength: 1, maxLength: 2 }),
  })
  .map(({ base, one, two, target, branches }) => ({
    ...(base as JsonObject),
    $defs: {
      [DEFS[0]]: {
        ...(typeof one === 'boolean' ? {} : one),
        properties: { a: target },
        anyOf: branches,
      },
      [DEFS[1]]: two,
    },
  }));

/** As a tool's input: its root is an object. */
export const arbitraryObjectSchema = arbitrarySchema.map(schema => ({
  ...schema,
  type: 'object',
}));

const SETS = ['required', 'type', 'enum', 'anyOf', 'allOf', 'oneOf'];
const DATA = ['const', 'default', 'examples'];

/** Writes a schema in another order that means the same. */
export function reorder(value: JsonValue, pick: () => number): JsonValue {
  if (Array.isArray(value)) {
    return value.map(item => reorder(item, pick));
  }
  if (value === null || typeof value !== 'object') {
    return value;
  }
  return Object.fromEntries(
    shuffle(Object.entries(value), pick).map(([key, member]) => {
      if (DATA.includes(key)) {
        return [key, member];
      }
      const inner = reorder(member, pick);
      const isSet = SETS.includes(key) && Array.isArray(inner);
      return [key, isSet ? shuffle(inner, pick) : inner];
    }),
  );
}

/** A shuffle that fast-check can replay: `pick` comes from its seed. */
export function shuffle<T>(items: readonly T[], pick: () => number): T[] {
  const result = [...items];
  for (let last = result.length - 1; last > 0; last--) {
    const other = pick() % (last + 1);
    [result[last], result[other]] = [result[other], result[last]];
  }
  return result;
}

/** A linear congruential generator: good enough to shuffle with. */
export function pickFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 8;
  };
}
