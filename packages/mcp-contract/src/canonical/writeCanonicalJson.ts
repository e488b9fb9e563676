import type { JsonObject, JsonValue } from './JsonValue';

/**
 * Writes JSON as RFC 8785 (JCS) says: members sorted by UTF-16 code units, no
 * white space, numbers and strings as ECMAScript's JSON.stringify writes them.
 *
 * Own code, because the packages for it are recursive about what they accept
 * or ship only as ES modules. The value must be plain JSON of bounded depth, as
 * `copyJson` gives it.
 *
 * @param known - texts of parts that are already written; those parts must not
 *   change any more
 */
export function writeCanonicalJson(
  value: JsonValue,
  known?: WeakMap<object, string>,
): string {
  if (value === null || typeof value !== 'object') {
    return JSON.stringify(value);
  }
  const text = known?.get(value);
  if (text !== undefined) {
    return text;
  }
  return Array.isArray(value)
    ? `[${value.map(item => writeCanonicalJson(item, known)).join(',')}]`
    : writeObject(value, known);
}

function writeObject(object: JsonObject, known?: WeakMap<object, string>) {
  // Without a comparator, sort() compares UTF-16 code units.
  const members = Object.keys(object)
    .sort()
    .map(
      key => `${JSON.stringify(key)}:${writeCanonicalJson(object[key], known)}`,
    );
  return `{${members.join(',')}}`;
}

/** Compares by UTF-16 code units: the same order in every locale. */
export function compareCodeUnits(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
