/**
 * Any value that JSON can carry.
 * @public
 */
export type JsonValue =
  | null
  | boolean
  | number
  | string
  | JsonValue[]
  | JsonObject;

/**
 * A JSON object. `__proto__` may be one of its own keys.
 * @public
 */
export type JsonObject = { [key: string]: JsonValue };

/**
 * A JSON Schema, 2020-12 where its `$schema` says nothing else.
 * @public
 */
export type JsonSchema = boolean | JsonObject;

/** True for a JSON object: neither null nor an array. */
export function isJsonObject(
  value: JsonValue | undefined,
): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Sets an own property, whatever its name: plain assignment to `__proto__`
 * would change the prototype instead.
 */
export function setOwn(target: JsonObject, key: string, value: JsonValue) {
  if (key === '__proto__') {
    Object.defineProperty(target, key, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  } else {
    target[key] = value;
  }
}

/** Reads an own property; what the prototype offers is not data. */
export function getOwn(source: JsonObject, key: string): JsonValue | undefined {
  return Object.prototype.hasOwnProperty.call(source, key)
    ? source[key]
    : undefined;
}
