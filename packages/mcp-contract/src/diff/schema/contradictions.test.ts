import type { JsonSchema } from '../../canonical/JsonValue';
import { compareSchemas } from './compareSchemas';

const rulesOf = (before: JsonSchema, after: JsonSchema) =>
  compareSchemas(before, after, 'input').map(({ rule }) => rule);

const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

describe('A schema that allows nothing is found', () => {
  const text: JsonSchema = { type: 'string' };

  it.each<[string, JsonSchema]>([
    [
      'where no branch of two unions fits one of the other',
      {
        anyOf: [{ const: 'a' }, { const: 'b' }],
        allOf: [{ anyOf: [{ const: 'c' }, { type: 'null' }] }],
      },
    ],
    [
      'where all that a branch allows is excluded',
      {
        anyOf: [{ type: 'string', minLength: 3 }, { type: 'null' }],
        allOf: [{ not: { minLength: 2, type: 'string' } }, text],
      },
    ],
    [
      'whether a condition holds or not',
      { type: 'string', if: { minLength: 3 }, then: false, else: false },
    ],
  ])('%s', (_, nothing) => {
    expect(rulesOf(text, nothing)).toEqual(['input-nothing-allowed']);
  });
});

describe('Unions and exclusions beside one another', () => {
  const unions = (leaf: number): JsonSchema => ({
    properties: {
      a: {
        type: 'string',
        maxLength: leaf,
        allOf: times(
          9,
          (index): JsonSchema => ({
            not: { const: `x${index}` },
            anyOf: [{ pattern: `a${index}` }, { format: `f${index}` }],
          }),
        ),
      },
    },
  });

  it('are not followed in every order', () => {
    expect(rulesOf(unions(9), unions(8))).toEqual(['input-length-tightened']);
  });
});
