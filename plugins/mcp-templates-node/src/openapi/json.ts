/** What a parsed document is made of. */
export type JsonValue =
  | null
  | boolean
  | number
  | string
  | JsonValue[]
  | JsonObject;

/** An object of a parsed document. */
export interface JsonObject {
  [key: string]: JsonValue;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An own member that is an object. */
export function objectAt(
  value: JsonObject | undefined,
  key: string,
): JsonObject | undefined {
  const member = valueAt(value, key);
  return isObject(member) ? member : undefined;
}

/** An own member that is a text with something in it, trimmed. */
export function textAt(
  value: JsonObject | undefined,
  key: string,
): string | undefined {
  const member = valueAt(value, key);
  return typeof member === 'string' && member.trim() !== ''
    ? member.trim()
    : undefined;
}

export function listAt(
  value: JsonObject | undefined,
  key: string,
): JsonValue[] {
  const member = valueAt(value, key);
  return Array.isArray(member) ? member : [];
}

/** Never what an object inherits: names come from the document. */
export function valueAt(
  value: JsonObject | undefined,
  key: string,
): JsonValue | undefined {
  return value !== undefined && Object.hasOwn(value, key)
    ? value[key]
    : undefined;
}
