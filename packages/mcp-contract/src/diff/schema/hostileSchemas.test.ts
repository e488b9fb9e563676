import type { JsonSchema, JsonValue } from '../../canonical/JsonValue';
import { Budget } from './Budget';
import { compareSchemas, compareWithin } from './compareSchemas';

const LEVELS = 400;

const copy = (schema: JsonSchema): JsonSchema =>
  JSON.parse(JSON.stringify(schema));

/** Steps, not seconds: these are the same on a slow day. */
function stepsOf(before: JsonSchema, after: JsonSchema): number {
  const budget = new Budget(Infinity, LEVELS);
  compareWithin(budget, copy(before), copy(after), 'input');
  return budget.steps;
}

const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

const named = (count: number, make: (index: number) => JsonSchema) =>
  Object.fromEntries(times(count, index => [`p${index}`, make(index)]));

function nest(
  depth: number,
  leaf: JsonSchema,
  wrap: (inner: JsonSchema) => JsonSchema,
): JsonSchema {
  let schema = leaf;
  for (let level = 0; level < depth; level++) {
    schema = wrap(schema);
  }
  return schema;
}

const wide = (properties: { [name: string]: JsonSchema }): JsonSchema => ({
  type: 'object',
  properties,
});

const text = (maxLength: number): JsonSchema => ({ type: 'string', maxLength });

describe('compareSchemas, of schemas that are large or hostile,', () => {
  it('takes steps in proportion to the number of properties', () => {
    const change = (count: number) =>
      stepsOf(
        wide(named(count, () => text(9))),
        wide(named(count, index => text(index % 2 ? 9 : 8))),
      );
    expect(change(10_000)).toBeLessThan(12 * change(1000));
    expect(change(10_000)).toBeLessThan(300_000);
  });

  it('takes few steps for what is nested deep', () => {
    const change = (depth: number) => {
      const inside = (leaf: JsonSchema) =>
        nest(depth, leaf, a => ({ type: 'object', properties: { a } }));
      return stepsOf(inside(text(9)), inside(text(8)));
    };
    expect(change(99)).toBeLessThan(10_000);
  });

  it.each<[string, (leaf: JsonSchema) => JsonSchema]>([
    [
      'an `allOf` nested as deep as a snapshot may be',
      leaf => nest(95, leaf, inner => ({ allOf: [inner, { minLength: 1 }] })),
    ],
    [
      'an `allOf` of 10,000',
      leaf => ({
        allOf: [leaf, ...times(10_000, index => ({ minimum: index }))],
      }),
    ],
    [
      'references that double at each of 100 levels',
      leaf => ({
        $ref: '#/$defs/p100',
        $defs: {
          ...named(101, index =>
            index === 0
              ? leaf
              : {
                  allOf: [
                    { $ref: `#/$defs/p${index - 1}` },
                    { $ref: `#/$defs/p${index - 1}` },
                  ],
                },
          ),
        },
      }),
    ],
    [
      'a tuple of 5,000',
      leaf => ({
        type: 'array',
        prefixItems: [leaf, ...times(5000, index => ({ minimum: index }))],
      }),
    ],
    [
      'hundreds of conditions',
      leaf => ({
        type: 'object',
        properties: { kind: { type: 'string' }, value: leaf },
        allOf: times(300, index => ({
          if: { properties: { kind: { const: `k${index}` } } },
          then: { required: [`r${index}`] },
        })),
      }),
    ],
    [
      'alternatives that a property tells apart',
      leaf => ({
        oneOf: times(50, index => ({
          type: 'object',
          properties: { kind: { const: index }, value: leaf },
          required: ['kind'],
        })),
      }),
    ],
    [
      'more patterns than can be told apart',
      leaf => ({
        type: 'object',
        patternProperties: named(100, () => leaf),
      }),
    ],
  ])('finds what changed in %s', (_, around) => {
    const [before, after] = [around(text(9)), around(text(8))];
    expect(compareSchemas(before, after, 'input')).toContainEqual(
      expect.objectContaining({ rule: 'input-length-tightened' }),
    );
  });

  const doubling = (keyword: string, leaf: JsonSchema): JsonSchema => {
    const branch = (index: number): JsonSchema => ({
      [keyword]: [
        { $ref: `#/$defs/p${index - 1}` },
        { $ref: `#/$defs/p${index - 1}`, minLength: index },
      ],
    });
    return {
      $ref: '#/$defs/p100',
      $defs: named(101, index => (index === 0 ? leaf : branch(index))),
    };
  };

  const chain = (leaf: JsonSchema): JsonSchema => ({
    $ref: '#/$defs/p0',
    $defs: named(5000, index =>
      index === 4999
        ? leaf
        : { properties: { a: { $ref: `#/$defs/p${index + 1}` } } },
    ),
  });

  const branches = (count: number, max: number): JsonSchema => ({
    anyOf: times(count, index => wide({ [`p${index}`]: text(max + index) })),
  });

  it.each<[string, JsonSchema, JsonSchema]>([
    [
      '`anyOf` that doubles',
      doubling('anyOf', text(9)),
      doubling('anyOf', text(8)),
    ],
    [
      '`oneOf` that doubles',
      doubling('oneOf', text(9)),
      doubling('oneOf', text(8)),
    ],
    ['a long chain of references', chain(text(9)), chain(text(8))],
    ['thousands of alternatives', branches(2000, 9), branches(2000, 8)],
  ])('gives up on %s', (_, before, after) => {
    expect(compareSchemas(before, after, 'output')).toEqual([
      {
        rule: 'output-too-complex',
        pointer: '',
        beforePointer: '',
        afterPointer: '',
        message: 'The output changed; its schemas are too complex to compare.',
      },
    ]);
  });

  it.each<[string, JsonSchema]>([
    ['a reference to itself', { $ref: '#' }],
    ['a branch that is itself', { anyOf: [{ $ref: '#' }, { type: 'string' }] }],
    ['what is not itself', { not: { $ref: '#' } }],
    ['a condition on itself', { if: { $ref: '#' }, then: { type: 'string' } }],
    ['a reference to nowhere', { $ref: '#/$defs/none' }],
    [
      'two that refer to each other',
      {
        $ref: '#/$defs/a',
        $defs: { a: { $ref: '#/$defs/b' }, b: { $ref: '#/$defs/a' } },
      },
    ],
  ])('comes to an end with %s', (_, schema) => {
    expect(compareSchemas(schema, copy(schema), 'input')).toEqual([]);
    const other = { ...(schema as object), minLength: 1 } as JsonSchema;
    expect(compareSchemas(schema, other, 'input')).not.toEqual([]);
  });

  it('gives up on as many names as no list of findings should hold', () => {
    const requiring = (prefix: string): JsonSchema => ({
      type: 'object',
      required: times(100_000, index => `${prefix}${index}`),
    });
    expect(compareSchemas(requiring('p'), requiring('q'), 'input')).toEqual([
      expect.objectContaining({ rule: 'input-too-complex' }),
    ]);
  });

  it('never lets a pattern run away', () => {
    const name = `${'a'.repeat(5000)}!`;
    const object = (value: JsonSchema): JsonSchema => ({
      type: 'object',
      properties: { [name]: {} },
      patternProperties: { '^(a+)+$': value },
    });
    expect(
      compareSchemas(object(text(9)), object(text(8)), 'input'),
    ).toHaveLength(1);
  });

  it('takes values as deep as a snapshot may hold', () => {
    let value: JsonValue = 1;
    for (let level = 0; level < 190; level++) {
      value = [value];
    }
    expect(
      compareSchemas({ const: value }, { const: [value] }, 'input'),
    ).toHaveLength(1);
  });

  it('takes keywords that are malformed for what can not be decided', () => {
    const malformed: JsonSchema[] = [
      { type: 5 },
      { enum: 'a' },
      { minimum: '1' },
      { multipleOf: 0 },
      { minLength: -1 },
      { pattern: 1 },
      { properties: [] },
      { properties: { a: 1 } },
      { required: 'a' },
      { items: 1 },
      { anyOf: [] },
      { allOf: {} },
      { not: 1 },
      { if: 1, then: {} },
      { $ref: 1 },
      { unevaluatedProperties: 1 },
    ];
    for (const schema of malformed) {
      expect(compareSchemas(schema, copy(schema), 'input')).toEqual([]);
      expect(compareSchemas({}, schema, 'input')).toEqual([
        expect.objectContaining({
          rule: expect.stringMatching(
            /^input-(keyword-malformed|reference-changed)$/,
          ),
        }),
      ]);
    }
  });
});
