import {
  isJsonObject,
  type JsonObject,
  type JsonSchema,
  type JsonValue,
} from '../../../canonical/JsonValue';
import { createReferenceResolver } from '../../../schema/references';

const WORDS = ['', 'a', 'b', 'ab', 'abc', '12', '2024-01-01'];
const NUMBERS = [-1, 0, 0.5, 1, 1.5, 2, 3, 4, 6];
const NAMES = ['a', 'b', 'c', 'x-d', 'kind'];

/** Makes a value that often is valid: it takes what the schema names. */
export function sampleInstance(
  root: JsonSchema,
  pick: () => number,
): JsonValue {
  const resolve = createReferenceResolver(root);
  const oneOf = <T>(items: readonly T[]): T => items[pick() % items.length];

  function sample(schema: JsonValue | undefined, depth: number): JsonValue {
    const parts = flatten(schema, []);
    const values = parts.flatMap(part =>
      Array.isArray(part.enum) ? part.enum : part.const ?? [],
    );
    if (values.length > 0 && pick() % 8 > 0) {
      return oneOf(values);
    }
    const types = parts.flatMap(({ type }) => type ?? []) as string[];
    const type =
      types.length > 0 && pick() % 10 > 0
        ? oneOf(types)
        : oneOf(['string', 'integer', 'null', 'boolean', 'object', 'array']);
    switch (type) {
      case 'object':
        return depth > 4 ? {} : sampleObject(parts, depth);
      case 'array':
        return depth > 4 ? [] : sampleArray(parts, depth);
      case 'string':
        return oneOf(WORDS);
      case 'boolean':
        return pick() % 2 === 0;
      case 'null':
        return null;
      default:
        return oneOf(NUMBERS);
    }
  }

  /** The schema and one choice of what it refers to and of its branches. */
  function flatten(
    schema: JsonValue | undefined,
    seen: JsonObject[],
  ): JsonObject[] {
    if (!isJsonObject(schema) || seen.includes(schema) || seen.length > 20) {
      return [];
    }
    seen.push(schema);
    const more: (JsonValue | undefined)[] = [];
    if (typeof schema.$ref === 'string') {
      more.push(resolve(schema.$ref));
    }
    if (Array.isArray(schema.allOf)) {
      more.push(...schema.allOf);
    }
    for (const list of [schema.anyOf, schema.oneOf]) {
      if (Array.isArray(list)) {
        more.push(oneOf(list));
      }
    }
    more.push(pick() % 2 ? schema.then : schema.else);
    return [schema, ...more.flatMap(inner => flatten(inner, seen))];
  }

  function sampleObject(parts: JsonObject[], depth: number): JsonObject {
    const result: JsonObject = {};
    const required = parts.flatMap(part =>
      Array.isArray(part.required) ? part.required : [],
    );
    const listed = parts.flatMap(({ properties }) =>
      isJsonObject(properties) ? Object.keys(properties) : [],
    );
    const isMap = parts.some(
      part =>
        isJsonObject(part.additionalProperties) ||
        isJsonObject(part.patternProperties) ||
        isJsonObject(part.unevaluatedProperties),
    );
    for (const name of NAMES) {
      const isWanted = required.includes(name)
        ? pick() % 10 > 0
        : pick() % 2 > 0 && (listed.includes(name) || isMap);
      if (isWanted) {
        const schemas = parts.flatMap(part => {
          const own = isJsonObject(part.properties)
            ? part.properties[name]
            : undefined;
          return own ?? part.additionalProperties ?? [];
        });
        result[name] = sample({ allOf: schemas as JsonValue[] }, depth + 1);
      }
    }
    return result;
  }

  function sampleArray(parts: JsonObject[], depth: number): JsonValue[] {
    const length = pick() % 4;
    return Array.from({ length }, (_, index) => {
      const schemas = parts.flatMap(part => {
        const prefix = Array.isArray(part.prefixItems) ? part.prefixItems : [];
        return prefix[index] ?? part.items ?? part.contains ?? [];
      });
      return sample({ allOf: schemas as JsonValue[] }, depth + 1);
    });
  }

  return sample(root, 0);
}
