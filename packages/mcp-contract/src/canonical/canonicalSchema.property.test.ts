import { Validator } from '@cfworker/json-schema';
import Ajv2020 from 'ajv/dist/2020';
import fc from 'fast-check';

import {
  arbitraryInstance,
  arbitrarySchema,
  pickFrom,
  reorder,
} from './__testUtils__/arbitrarySchema';
import { canonicalSchema } from './canonicalSchema';
import type { JsonObject, JsonSchema, JsonValue } from './JsonValue';
import { writeCanonicalJson } from './writeCanonicalJson';

const RUNS = 500;

const textOf = (schema: JsonSchema) =>
  writeCanonicalJson(canonicalSchema(schema));

/** References into a branch keep the order of branches: see the README. */
const pointsIntoBranch = (schema: JsonObject) =>
  JSON.stringify(schema).includes('/anyOf/');

const instancesToTry = fc.array(arbitraryInstance, {
  minLength: 10,
  maxLength: 20,
});

type Accepts = (instance: JsonValue) => boolean | undefined;

/**
 * Undefined where the code that Ajv generates breaks: as of 8.20 it does for
 * some unreachable branches ("items0 is not defined").
 */
function ajv(schema: JsonSchema): Accepts {
  const validate = new Ajv2020({
    strict: false,
    validateFormats: false,
    // Reading the meta-schemas anew each time takes most of the time.
    meta: false,
    validateSchema: false,
  }).compile(schema as object);
  return instance => {
    try {
      return validate(instance);
    } catch {
      return undefined;
    }
  };
}

function cfworker(schema: JsonSchema): Accepts {
  const validator = new Validator(schema as object, '2020-12');
  return instance => validator.validate(instance).valid;
}

/**
 * The instances that one schema accepts and the other doesn't. Two validators
 * must agree, because on such schemas each has faults of its own: to Ajv
 * `contains: false` means another thing beside `prefixItems: [true]` than
 * beside `prefixItems: [{}]`.
 */
function toldApart(
  one: JsonSchema,
  other: JsonSchema,
  instances: JsonValue[],
): JsonValue[] {
  const suspects = differences(ajv, one, other, instances);
  return suspects.length === 0
    ? []
    : differences(cfworker, one, other, suspects);
}

function differences(
  validator: (schema: JsonSchema) => Accepts,
  one: JsonSchema,
  other: JsonSchema,
  instances: JsonValue[],
): JsonValue[] {
  const acceptsOne = validator(one);
  const acceptsOther = validator(other);
  return instances.filter(instance => {
    const answers = [acceptsOne(instance), acceptsOther(instance)];
    return answers.includes(true) && answers.includes(false);
  });
}

describe('canonicalSchema, for any schema,', () => {
  it('accepts exactly the instances that the schema accepts', () => {
    fc.assert(
      fc.property(arbitrarySchema, instancesToTry, (schema, instances) => {
        const canonical = canonicalSchema(schema);
        expect(toldApart(schema, canonical, instances)).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });

  it('gives two schemas one text only if they accept the same', () => {
    let different = 0;
    fc.assert(
      fc.property(
        arbitrarySchema,
        arbitrarySchema,
        instancesToTry,
        (schema, donor, instances) => {
          const keyword = Object.keys(donor)[0];
          const mutated = { ...schema, [keyword]: donor[keyword] };
          const isDifferent = toldApart(schema, mutated, instances).length > 0;
          different += isDifferent ? 1 : 0;
          const isMerged = textOf(mutated) === textOf(schema);
          expect(isDifferent && isMerged).toBe(false);
        },
      ),
      { numRuns: RUNS },
    );
    // An oracle that tells nothing apart proves nothing.
    expect(different).toBeGreaterThan(RUNS / 20);
  });

  it('gives the same text whatever the order of keys, names and branches', () => {
    fc.assert(
      fc.property(arbitrarySchema, fc.integer(), (schema, seed) => {
        fc.pre(!pointsIntoBranch(schema));
        const other = reorder(schema, pickFrom(seed)) as JsonObject;
        expect(textOf(other)).toBe(textOf(schema));
      }),
      { numRuns: RUNS },
    );
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(arbitrarySchema, schema => {
        const once = canonicalSchema(schema);
        expect(textOf(once)).toBe(writeCanonicalJson(once));
      }),
      { numRuns: RUNS },
    );
  });
});
