import everything from '../__fixtures__/server-everything.json';
import memory from '../__fixtures__/server-memory.json';
import type { JsonSchema } from '../canonical/JsonValue';
import { createSnapshot } from '../snapshot';
import { describeSchema } from './describeSchema';

const lines = (schema: JsonSchema) =>
  describeSchema(schema).rows.map(
    ({ path, type, required }) => `${path}${required ? '*' : ''}: ${type}`,
  );

describe('describeSchema', () => {
  it('tells all that a page shows of a property', () => {
    const { rows } = describeSchema({
      type: 'object',
      required: ['level'],
      properties: {
        level: {
          type: 'integer',
          title: 'Level',
          description: 'How loud',
          default: 3,
          minimum: 1,
          exclusiveMaximum: 11,
          deprecated: true,
        },
        mode: { enum: ['fast', null] },
        kind: { const: 'a' },
        code: { type: 'string', minLength: 2, maxLength: 2, pattern: '^[A-Z]' },
      },
    });
    expect(rows).toEqual([
      {
        path: 'level',
        name: 'level',
        depth: 0,
        type: 'integer',
        required: true,
        title: 'Level',
        description: 'How loud',
        default: '3',
        constraints: ['≥ 1', '< 11'],
        deprecated: true,
      },
      {
        path: 'mode',
        name: 'mode',
        depth: 0,
        type: 'string | null',
        required: false,
        enum: ['"fast"', 'null'],
        constraints: [],
      },
      {
        path: 'kind',
        name: 'kind',
        depth: 0,
        type: 'string',
        required: false,
        enum: ['"a"'],
        constraints: [],
      },
      {
        path: 'code',
        name: 'code',
        depth: 0,
        type: 'string',
        required: false,
        constraints: ['length 2', 'pattern ^[A-Z]'],
      },
    ]);
  });

  it('tells of the root, too', () => {
    const { root } = describeSchema({
      type: 'object',
      description: 'All of it',
      additionalProperties: false,
    });
    expect(root).toMatchObject({
      path: '',
      type: 'object',
      description: 'All of it',
      constraints: ['no other properties'],
    });
  });

  it('shows required properties first, and what is inside of them', () => {
    expect(
      lines({
        properties: {
          labels: { additionalProperties: { type: 'string' } },
          owner: {
            type: 'object',
            properties: { name: { type: 'string' } },
            required: ['name'],
          },
          grid: {
            type: 'array',
            items: { type: 'array', items: { type: 'number', minimum: 0 } },
          },
          pair: { prefixItems: [{ type: 'string' }, true] },
        },
        required: ['owner'],
      }),
    ).toEqual([
      'owner*: object',
      'owner.name*: string',
      'labels: any',
      'labels.*: string',
      'grid: array of array of number',
      'grid[]: array of number',
      'grid[][]: number',
      'pair: array',
      'pair[0]: string',
      'pair[1]: any',
    ]);
  });

  it('shows what branches add', () => {
    expect(
      lines({
        properties: {
          plain: { anyOf: [{ type: 'string' }, { type: 'null' }] },
          nothing: false,
          choice: {
            oneOf: [
              { type: 'string' },
              { type: 'object', properties: { id: { type: 'integer' } } },
            ],
          },
        },
      }),
    ).toEqual([
      'plain: string | null',
      'nothing: never',
      'choice: string | object',
      'choice (oneOf 1): string',
      'choice (oneOf 2): object',
      'choice (oneOf 2).id: integer',
    ]);
  });

  it('puts together what allOf and a reference say of one place', () => {
    const { rows } = describeSchema({
      allOf: [
        { properties: { a: { type: 'string' } }, required: ['a'] },
        { $ref: '#/$defs/more' },
      ],
      $defs: {
        more: { properties: { a: { minLength: 3 }, b: { $ref: '#word' } } },
        word: { $anchor: 'word', type: 'string', description: 'A word' },
      },
    });
    expect(rows).toMatchObject([
      {
        path: 'a',
        type: 'string',
        required: true,
        constraints: ['length ≥ 3'],
      },
      { path: 'b', type: 'string', description: 'A word', ref: '#word' },
    ]);
  });

  it('cuts a cycle where it closes', () => {
    const { rows } = describeSchema({
      $ref: '#/$defs/node',
      $defs: {
        node: {
          type: 'object',
          properties: {
            value: { type: 'string' },
            next: { $ref: '#/$defs/node' },
          },
        },
      },
    });
    expect(rows).toMatchObject([
      { path: 'value' },
      { path: 'next', type: 'object', cut: 'cycle', ref: '#/$defs/node' },
    ]);
  });

  it('ends on references that go round in circles', () => {
    const schema: JsonSchema = {
      properties: { a: { $ref: '#/$defs/a' }, b: { anyOf: [{ $ref: '#' }] } },
      $defs: { a: { $ref: '#/$defs/b' }, b: { $ref: '#/$defs/a' } },
    };
    expect(lines(schema)).toContain('a: any');
  });

  it('marks references that lead elsewhere or nowhere', () => {
    const { rows } = describeSchema({
      properties: {
        far: { $ref: 'https://example.com/schema' },
        gone: { $ref: '#/$defs/gone' },
        broken: { $ref: '#/%E0%A4%A' },
        proto: { $ref: '#/__proto__' },
      },
    });
    expect(rows.map(({ cut }) => cut)).toEqual(Array(4).fill('unresolved-ref'));
  });

  it('stops at the number of rows asked for and says so', () => {
    const properties = Object.fromEntries(
      Array.from({ length: 50 }, (_, index) => [`p${index}`, true]),
    );
    const some = describeSchema({ properties }, { maxRows: 10 });
    expect(some.rows).toHaveLength(10);
    expect(some.truncated).toBe(true);
    expect(describeSchema({ properties }, { maxRows: 50 }).truncated).toBe(
      false,
    );
  });

  it('marks what is too deep to show', () => {
    const { rows } = describeSchema(
      { properties: { a: { properties: { b: { properties: { c: {} } } } } } },
      { maxDepth: 2 },
    );
    expect(rows).toMatchObject([{ path: 'a' }, { path: 'a.b', cut: 'depth' }]);
  });

  it('bounds its work on a schema that unfolds to billions', () => {
    const started = performance.now();
    const { rows } = describeSchema(unfolding(40));
    expect(rows.length).toBeLessThanOrEqual(200);
    expect(performance.now() - started).toBeLessThan(1_000);
  });

  it('makes something of what is no valid schema', () => {
    const schema: JsonSchema = {
      type: 5,
      properties: [1],
      required: 'a',
      items: 'x',
      allOf: 'y',
      anyOf: [null, 3],
      enum: {},
      $ref: 7,
    };
    expect(describeSchema(schema).root.type).toBe('object');
  });

  it('describes every schema of the real servers without a loss', () => {
    for (const input of [everything, memory]) {
      for (const tool of createSnapshot(input).contract.tools) {
        const names = Object.keys(tool.inputSchema.properties ?? {});
        const { rows, truncated } = describeSchema(tool.inputSchema);
        expect(truncated).toBe(false);
        expect(
          rows.filter(({ depth }) => depth === 0).map(({ name }) => name),
        ).toEqual(expect.arrayContaining(names));
        expect(rows.every(({ type }) => type !== 'never')).toBe(true);
      }
    }
  });
});

/** Each definition refers to the next in many ways: 2^levels places. */
function unfolding(levels: number): JsonSchema {
  const $defs = Object.fromEntries(
    Array.from({ length: levels }, (_, level) => {
      const next = { $ref: `#/$defs/d${level + 1}` };
      return [
        `d${level}`,
        {
          allOf: [next, { anyOf: [next, next] }],
          anyOf: [next, { items: next }],
          properties: { a: next, b: next },
          required: ['a', 'b'],
        },
      ];
    }),
  );
  return { $ref: '#/$defs/d0', $defs };
}
