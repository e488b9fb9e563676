import { Validator } from '@cfworker/json-schema';
import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';

import {
  isJsonObject,
  type JsonSchema,
  type JsonValue,
} from '../../../canonical/JsonValue';
import { describes } from './describes';

/** Undefined where a validator breaks down. */
export type Validate = (value: JsonValue) => boolean | undefined;

function whereItWorks(run: () => boolean): boolean | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}

/** Undefined for a schema that Ajv can not compile. */
export function ajv(schema: JsonSchema): Validate | undefined {
  // Reading the meta-schemas anew each time takes most of the time.
  const validator = new Ajv2020({
    strict: false,
    meta: false,
    validateSchema: false,
    multipleOfPrecision: 9,
  });
  addFormats(validator);
  try {
    const validate = validator.compile(schema as object);
    return value => whereItWorks(() => validate(value));
  } catch {
    return undefined;
  }
}

function cfworker(schema: JsonSchema): Validate {
  const validator = new Validator(schema as object, '2020-12');
  return value => whereItWorks(() => validator.validate(value).valid);
}

/**
 * Finds a value that one schema allows, and describes all of, and the other
 * does not allow. Two validators must agree, since each has faults of its own.
 */
export function findLostValue(
  from: JsonSchema,
  to: JsonSchema,
  values: readonly JsonValue[],
): { lost?: JsonValue; tried: number } {
  const [allowed, allows] = [ajv(from), ajv(to)];
  if (!allowed || !allows) {
    return { tried: 0 };
  }
  const valid = values.filter(value => allowed(value) === true);
  const lost = valid
    .filter(value => allows(value) === false)
    .find(
      value =>
        cfworker(from)(value) === true &&
        cfworker(to)(value) === false &&
        describes(from, value, (schema, part) => isWithin(from, schema, part)),
    );
  return { lost, tried: valid.length };
}

function isWithin(
  root: JsonSchema,
  schema: JsonValue,
  value: JsonValue,
): boolean {
  if (!isJsonObject(schema) || !isJsonObject(root)) {
    return schema !== false;
  }
  const whole = root.$defs ? { ...schema, $defs: root.$defs } : schema;
  return cfworker(whole)(value) === true;
}
