import {
  getOwn,
  isJsonObject,
  type JsonValue,
} from '../../canonical/JsonValue';

/** Equal as JSON Schema has it: members in any order, 1 and 1.0 the same. */
export function equalJson(one: JsonValue, other: JsonValue): boolean {
  if (one === other) {
    return true;
  }
  if (Array.isArray(one)) {
    return (
      Array.isArray(other) &&
      one.length === other.length &&
      one.every((item, index) => equalJson(item, other[index]))
    );
  }
  if (!isJsonObject(one) || !isJsonObject(other)) {
    return false;
  }
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every(key => {
      const member = getOwn(other, key);
      return member !== undefined && equalJson(one[key], member);
    })
  );
}
