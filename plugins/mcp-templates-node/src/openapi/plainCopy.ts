import { InputError } from '@backstage/errors';

import type { JsonObject, JsonValue } from './json';
import { OPENAPI_LIMITS } from './limits';

/** A tree of JSON, and how many values it has. */
export interface PlainCopy {
  value: JsonValue;
  values: number;
}

/**
 * Copies what a parser returned into a tree of plain JSON. YAML's aliases make
 * one object appear in several places, and a few lines of them can stand for
 * billions of values: each appearance is counted.
 */
export function plainCopy(parsed: unknown): PlainCopy {
  let values = 0;

  const copy = (value: unknown, depth: number): JsonValue => {
    values += 1;
    if (values > OPENAPI_LIMITS.maxValues) {
      throw new InputError(
        `The OpenAPI document has more than ${OPENAPI_LIMITS.maxValues} values; cut it down to the operations that you need. Aliases of YAML count each time that they are used.`,
      );
    }
    if (depth > OPENAPI_LIMITS.maxDepth) {
      throw new InputError(
        `The OpenAPI document is nested deeper than ${OPENAPI_LIMITS.maxDepth} levels; name its inner schemas in "components" and refer to them.`,
      );
    }
    if (Array.isArray(value)) {
      return value.map(item => copy(item, depth + 1));
    }
    if (typeof value === 'object' && value !== null) {
      const copied: JsonObject = {};
      for (const [key, member] of Object.entries(value)) {
        if (key.length > OPENAPI_LIMITS.maxKeyLength) {
          throw new InputError(
            `The OpenAPI document has a path or another name of ${
              key.length
            } characters, which begins with ${JSON.stringify(
              key.slice(0, 50),
            )}; at most ${OPENAPI_LIMITS.maxKeyLength} are read.`,
          );
        }
        // No document needs it, and an assignment would change the prototype.
        if (key !== '__proto__' && member !== undefined) {
          copied[key] = copy(member, depth + 1);
        }
      }
      return copied;
    }
    return scalar(value);
  };

  return { value: copy(parsed, 1), values };
}

function scalar(value: unknown): JsonValue {
  if (typeof value === 'number') {
    return Number.isFinite(value) ? value : null;
  }
  return typeof value === 'string' || typeof value === 'boolean' ? value : null;
}
