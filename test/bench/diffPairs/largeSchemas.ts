import type { JsonObject } from '@mcp-portal/mcp-contract';

import type { DiffCase } from '../contractDiff';

const BRANCHING = 10;
const LEVELS = 4;

const NEST_LEVELS = 40;
const NEST_WIDTH = 20;
const GOAL_MS = 1_000;

/** A tree of 11,111 schemas; of every tenth leaf a bound moves. */
export function tenThousandNodes(): DiffCase {
  return inputCase('one schema of 10,000 nodes', maxLength => {
    let leaves = 0;
    const tree = (level: number): JsonObject => {
      if (level === 0) {
        leaves += 1;
        return { type: 'string', maxLength: leaves % 10 ? 100 : maxLength };
      }
      return {
        type: 'object',
        required: ['p0'],
        properties: Object.fromEntries(
          Array.from({ length: BRANCHING }, (_, index) => [
            `p${index}`,
            tree(level - 1),
          ]),
        ),
      };
    };
    return tree(LEVELS);
  });
}

/** Schemas that are small to write and huge to multiply out. */
export function hostileNests(): DiffCase[] {
  return [
    inputCase(
      `allOf of two references each, ${NEST_LEVELS} levels`,
      maxLength => doubling('allOf', maxLength),
    ),
    inputCase(
      `anyOf of two references each, ${NEST_LEVELS} levels`,
      maxLength => doubling('anyOf', maxLength),
    ),
    inputCase(`allOf of ${NEST_WIDTH} anyOf of 4`, maxLength => ({
      type: 'object',
      properties: {
        value: {
          allOf: Array.from(
            { length: NEST_WIDTH },
            (_, index): JsonObject => ({
              anyOf: [
                { minLength: index + 1 },
                { maxLength: maxLength + index },
                { pattern: `^a{${index}}` },
                { type: 'integer' },
              ],
            }),
          ),
        },
      },
    })),
    inputCase(`allOf inside allOf, ${NEST_LEVELS} levels`, maxLength => {
      let value: JsonObject = { type: 'string', maxLength };
      for (let level = 0; level < NEST_LEVELS; level++) {
        value = { allOf: [value, { minLength: level }] };
      }
      return { type: 'object', properties: { value } };
    }),
  ];
}

function doubling(keyword: string, maxLength: number): JsonObject {
  const definitions: JsonObject = { L0: { type: 'string', maxLength } };
  for (let level = 1; level <= NEST_LEVELS; level++) {
    const below = { $ref: `#/$defs/L${level - 1}` };
    definitions[`L${level}`] = {
      [keyword]: [{ ...below, minLength: level }, below],
    };
  }
  return {
    type: 'object',
    properties: { value: { $ref: `#/$defs/L${NEST_LEVELS}` } },
    $defs: definitions,
  };
}

function inputCase(
  title: string,
  schema: (maxLength: number) => JsonObject,
): DiffCase {
  const tools = (maxLength: number) => [
    { name: 'tool', inputSchema: schema(maxLength) },
  ];
  return { title, before: tools(50), after: tools(40), goalMs: GOAL_MS };
}
