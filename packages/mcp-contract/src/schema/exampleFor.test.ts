import Ajv2020 from 'ajv/dist/2020';

import everything from '../__fixtures__/server-everything.json';
import filesystem from '../__fixtures__/server-filesystem.json';
import memory from '../__fixtures__/server-memory.json';
import sequentialThinking from '../__fixtures__/server-sequential-thinking.json';
import type { JsonSchema, JsonValue } from '../canonical/JsonValue';
import { createSnapshot } from '../snapshot';
import { exampleFor } from './exampleFor';

type Case = [schema: JsonSchema, example: JsonValue];

const OFFERED: Case[] = [
  [{ type: 'string', examples: ['x', 'y'], default: 'z' }, 'x'],
  [{ type: 'string', default: 'z', enum: ['a', 'z'] }, 'z'],
  [{ const: null, default: 1 }, null],
  [{ enum: ['a', 'b'] }, 'a'],
];

const MADE: Case[] = [
  [{ type: 'string' }, 'text'],
  [{ type: 'string', minLength: 6 }, 'textxx'],
  [{ type: 'string', maxLength: 2 }, 'te'],
  [{ type: 'string', format: 'date' }, '2026-01-31'],
  [{ type: 'integer' }, 1],
  [{ type: 'integer', minimum: 5, multipleOf: 4 }, 8],
  [{ type: 'integer', exclusiveMaximum: 0 }, -1],
  [{ type: 'number', minimum: 0, maximum: 0.5 }, 0.5],
  [{ type: 'boolean' }, true],
  [{ type: ['null', 'boolean'] }, true],
  [{ type: 'null' }, null],
  [{ type: 'array', items: { type: 'integer' }, minItems: 2 }, [1, 1]],
  [{ type: 'array', items: { type: 'string' }, maxItems: 0 }, []],
  [{ prefixItems: [{ type: 'string' }, { type: 'boolean' }] }, ['text', true]],
  [{ anyOf: [{ type: 'null' }, { type: 'integer' }] }, 1],
  [
    {
      type: 'object',
      required: ['a'],
      properties: { a: { $ref: '#/$defs/a' }, b: { type: 'string' } },
      $defs: { a: { type: 'integer', minimum: 7 } },
    },
    { a: 7 },
  ],
];

describe('exampleFor', () => {
  it.each(OFFERED)('takes what the schema offers: %j', (schema, example) => {
    expect(exampleFor(schema)).toEqual(example);
  });

  it.each(MADE)('makes a small valid instance: %j', (schema, example) => {
    expect(exampleFor(schema)).toEqual(example);
    const validate = new Ajv2020({ validateFormats: false, strict: false });
    expect(validate.validate(schema as object, example)).toBe(true);
  });

  it('ends on a cycle of required properties', () => {
    const example = exampleFor({
      type: 'object',
      required: ['next'],
      properties: { next: { $ref: '#' } },
    });
    expect(JSON.stringify(example).length).toBeLessThan(200);
  });

  it('stays small for a schema that asks for billions of values', () => {
    const $defs = Object.fromEntries(
      Array.from({ length: 40 }, (_, level) => {
        const next = { $ref: `#/$defs/d${level + 1}` };
        return [
          `d${level}`,
          {
            type: 'object',
            required: ['a', 'b', 'c', 'd'],
            properties: { a: next, b: next, c: next, d: next },
          },
        ];
      }),
    );
    const example = exampleFor({ $ref: '#/$defs/d0', $defs });
    expect(JSON.stringify(example).length).toBeLessThan(10_000);
  });

  it('keeps a property named __proto__ as data', () => {
    const example = exampleFor(
      JSON.parse(
        '{"required":["__proto__"],"properties":{"__proto__":{"type":"string"}}}',
      ),
    );
    expect(JSON.stringify(example)).toBe('{"__proto__":"text"}');
  });

  it('makes valid input for each tool of the real servers', () => {
    for (const input of [everything, filesystem, memory, sequentialThinking]) {
      for (const tool of createSnapshot(input).contract.tools) {
        const { $schema, ...schema } = tool.inputSchema;
        const ajv = new Ajv2020({ strict: false, validateFormats: false });
        const isValid = ajv.validate(schema, exampleFor(tool.inputSchema));
        expect({ tool: tool.name, isValid, errors: ajv.errors }).toEqual({
          tool: tool.name,
          isValid: true,
          errors: null,
        });
      }
    }
  });
});
