import Ajv2020 from 'ajv/dist/2020';
import fc from 'fast-check';

import {
  arbitraryInstance,
  arbitraryObjectSchema,
  pickFrom,
  reorder,
} from './arbitrarySchema.fixture';
import { canonicalSchema } from './canonicalSchema';
import type { JsonObject, JsonSchema } from './JsonValue';
import { writeCanonicalJson } from './writeCanonicalJson';

const RUNS = 500;

const textOf = (schema: JsonSchema) =>
  writeCanonicalJson(canonicalSchema(schema));

const validatorOf = (schema: JsonSchema) =>
  new Ajv2020({ strict: false, validateFormats: false }).compile(
    schema as object,
  );

/** References into a branch keep the order of branches: see the README. */
const pointsIntoBranch = (schema: JsonObject) =>
  JSON.stringify(schema).includes('/anyOf/');

/** An instance that the root's `type` lets through to the rest. */
const objects = fc.array(
  fc.dictionary(
    fc.constantFrom('a', 'b', 'required', 'enum', 'type', 'default'),
    arbitraryInstance,
    { maxKeys: 4 },
  ),
  { minLength: 5, maxLength: 15 },
);

describe('canonicalSchema, for any schema,', () => {
  it('accepts exactly the instances that the schema accepts', () => {
    const seen = { valid: 0, invalid: 0 };
    fc.assert(
      fc.property(arbitraryObjectSchema, objects, (schema, instances) => {
        const before = validatorOf(schema);
        const after = validatorOf(canonicalSchema(schema));
        for (const instance of instances) {
          const isValid = before(instance);
          seen[isValid ? 'valid' : 'invalid'] += 1;
          expect(after(instance)).toBe(isValid);
        }
      }),
      { numRuns: RUNS },
    );
    // An oracle that only ever says one thing proves nothing.
    expect(seen.valid).toBeGreaterThan(RUNS / 2);
    expect(seen.invalid).toBeGreaterThan(RUNS / 2);
  });

  it('gives the same text whatever the order of keys, names and branches', () => {
    fc.assert(
      fc.property(arbitraryObjectSchema, fc.integer(), (schema, seed) => {
        fc.pre(!pointsIntoBranch(schema));
        const other = reorder(schema, pickFrom(seed)) as JsonObject;
        expect(textOf(other)).toBe(textOf(schema));
      }),
      { numRuns: RUNS },
    );
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(arbitraryObjectSchema, schema => {
        const once = canonicalSchema(schema);
        expect(textOf(once)).toBe(writeCanonicalJson(once));
      }),
      { numRuns: RUNS },
    );
  });

  it('gives two schemas one text only if they accept the same', () => {
    fc.assert(
      fc.property(
        arbitraryObjectSchema,
        arbitraryObjectSchema,
        fc.constantFrom('type', 'enum', 'required', 'additionalProperties'),
        objects,
        (schema, donor, keyword, instances) => {
          const mutated = {
            ...schema,
            properties: { a: donor[keyword] === undefined ? {} : donor },
            [keyword]: donor[keyword] ?? schema[keyword] ?? 'object',
          };
          fc.pre(isSchemaLike(keyword, mutated[keyword]));
          const one = validatorOf(schema);
          const other = validatorOf(mutated);
          if (instances.some(item => one(item) !== other(item))) {
            expect(textOf(mutated)).not.toBe(textOf(schema));
          }
        },
      ),
      { numRuns: RUNS },
    );
  });
});

function isSchemaLike(keyword: string, value: unknown): boolean {
  return keyword === 'type' || typeof value === 'object';
}
