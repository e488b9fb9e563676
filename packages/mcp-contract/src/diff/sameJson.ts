import { getOwn, isJsonObject, type JsonValue } from '../canonical/JsonValue';

/**
 * Whether two values are the same JSON. Members count in any order, and one
 * that is `undefined` counts as absent. Depth is bounded by the snapshot.
 */
export function sameJson(
  a: JsonValue | undefined,
  b: JsonValue | undefined,
): boolean {
  if (a === b) {
    return true;
  }
  if (Array.isArray(a)) {
    return (
      Array.isArray(b) &&
      a.length === b.length &&
      a.every((item, index) => sameJson(item, b[index]))
    );
  }
  if (!isJsonObject(a) || !isJsonObject(b)) {
    return false;
  }
  for (const key of Object.keys(a)) {
    if (!sameJson(a[key], getOwn(b, key))) {
      return false;
    }
  }
  for (const key of Object.keys(b)) {
    if (b[key] !== undefined && getOwn(a, key) === undefined) {
      return false;
    }
  }
  return true;
}
