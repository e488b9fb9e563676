import fc from 'fast-check';

import {
  arbitraryInstance,
  arbitrarySchema,
  pickFrom,
  reorder,
} from '../../canonical/__testUtils__/arbitrarySchema';
import type {
  JsonObject,
  JsonSchema,
  JsonValue,
} from '../../canonical/JsonValue';
import {
  arbitraryPart,
  arbitraryToolSchema,
} from './__testUtils__/arbitraryToolSchema';
import { mutateSchema } from './__testUtils__/mutateSchema';
import { findLostValue } from './__testUtils__/oracle';
import { sampleInstance } from './__testUtils__/sampleInstance';
import { compareSchemas } from './compareSchemas';
import { SCHEMA_RULES } from './schemaRules';

/** To look for counterexamples, run with more: 30,000 take some minutes. */
const RUNS = Number(process.env.SCHEMA_PROPERTY_RUNS ?? 150);
const VALUES = 20;

const breaking = new Set(
  SCHEMA_RULES.filter(rule => rule.class === 'breaking').map(({ id }) => id),
);
const undecided = new Set(
  SCHEMA_RULES.filter(rule => rule.undecided).map(({ id }) => id),
);

interface Case {
  before: JsonObject;
  after: JsonObject;
  side: 'input' | 'output';
  seed: number;
}

/** As if parsed: no object in two places. */
const copy = <T extends JsonValue>(value: T): T =>
  JSON.parse(JSON.stringify(value));

/** Two schemas: one edited into the other, or any two. */
function pairs(
  schema: fc.Arbitrary<JsonObject>,
  part: fc.Arbitrary<JsonSchema>,
): fc.Arbitrary<Case> {
  return fc
    .record({
      schema,
      other: schema,
      donor: part,
      edits: fc.integer({ min: 0, max: 4 }),
      isBackwards: fc.boolean(),
      side: fc.constantFrom('input' as const, 'output' as const),
      seed: fc.integer(),
    })
    .map(({ schema: one, other, donor, edits, isBackwards, side, seed }) => {
      const pick = pickFrom(seed);
      let edited = edits === 0 ? other : one;
      for (let edit = 0; edit < edits; edit++) {
        edited = mutateSchema(edited, donor, pick);
      }
      const [before, after] = isBackwards ? [edited, one] : [one, edited];
      return { before: copy(before), after: copy(after), side, seed };
    });
}

const toolPairs = pairs(arbitraryToolSchema, arbitraryPart);
const anyPairs = pairs(
  arbitrarySchema,
  arbitrarySchema.map(({ $defs, ...rest }) => rest),
);

/** From this to that side, what was allowed must stay allowed. */
function direction({ before, after, side }: Case): [JsonObject, JsonObject] {
  return side === 'input' ? [before, after] : [after, before];
}

describe('compareSchemas, for any two schemas,', () => {
  it.each([
    ['of tools', toolPairs],
    ['of any kind', anyPairs],
  ])(
    '%s, calls safe only what no value shows to be otherwise',
    (_, arbitrary) => {
      let safe = 0;
      let tried = 0;
      fc.assert(
        fc.property(
          arbitrary,
          fc.array(arbitraryInstance, { minLength: VALUES, maxLength: VALUES }),
          (pair, anyValues) => {
            const rules = compareSchemas(
              pair.before,
              pair.after,
              pair.side,
            ).map(({ rule }) => rule);
            if (rules.some(rule => breaking.has(rule))) {
              return;
            }
            const [from, to] = direction(pair);
            const pick = pickFrom(pair.seed);
            const values = anyValues.map((value, index) =>
              index % 4 === 0
                ? value
                : sampleInstance(index % 4 === 1 ? to : from, pick),
            );
            const found = findLostValue(from, to, values);
            expect(found.lost).toBeUndefined();
            safe += 1;
            tried += found.tried;
          },
        ),
        { numRuns: RUNS },
      );
      // What is never safe, or never tried, is never found out.
      expect(safe).toBeGreaterThan(RUNS / 4);
      expect(tried).toBeGreaterThan(safe);
    },
  );

  it('decides most of them', () => {
    let undecidedPairs = 0;
    fc.assert(
      fc.property(toolPairs, ({ before, after, side }) => {
        const found = compareSchemas(before, after, side);
        undecidedPairs += found.some(({ rule }) => undecided.has(rule)) ? 1 : 0;
      }),
      { numRuns: RUNS },
    );
    expect(undecidedPairs).toBeLessThan(RUNS / 10);
  });

  it('finds nothing between a schema and a copy of it', () => {
    fc.assert(
      fc.property(
        fc.oneof(arbitraryToolSchema, arbitrarySchema),
        fc.integer(),
        (schema, seed) => {
          // References into a branch keep the order of branches.
          const isFixed = JSON.stringify(schema).includes('/anyOf/');
          const other = isFixed ? schema : reorder(schema, pickFrom(seed));
          for (const side of ['input', 'output'] as const) {
            const again = copy(other as JsonObject);
            expect(compareSchemas(copy(schema), copy(schema), side)).toEqual(
              [],
            );
            const found = compareSchemas(copy(schema), again, side);
            expect(
              found.filter(
                ({ rule }) => breaking.has(rule) && !undecided.has(rule),
              ),
            ).toEqual([]);
          }
        },
      ),
      { numRuns: RUNS },
    );
  });

  it('names places that are there, and rules that are known', () => {
    const known = new Set(SCHEMA_RULES.map(({ id }) => id));
    fc.assert(
      fc.property(fc.oneof(toolPairs, anyPairs), ({ before, after, side }) => {
        for (const finding of compareSchemas(before, after, side)) {
          expect(known).toContain(finding.rule);
          const { beforePointer, afterPointer } = finding;
          expect(finding.pointer).toBe(afterPointer ?? beforePointer ?? '');
          expect(isThere(before, beforePointer)).toBe(true);
          expect(isThere(after, afterPointer)).toBe(true);
          expect(finding.message).toMatch(/^\S.*[.]$/);
        }
      }),
      { numRuns: RUNS },
    );
  });
});

function isThere(root: JsonSchema, pointer: string | undefined): boolean {
  let value: JsonValue | undefined = root;
  for (const part of pointer?.split('/').slice(1) ?? []) {
    const key = part.replace(/~1/g, '/').replace(/~0/g, '~');
    value =
      typeof value === 'object' && value !== null
        ? (value as JsonObject)[key]
        : undefined;
  }
  return value !== undefined;
}
