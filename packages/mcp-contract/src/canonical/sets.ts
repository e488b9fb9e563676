import type { JsonValue } from './JsonValue';
import { compareCodeUnits, writeCanonicalJson } from './writeCanonicalJson';

/** Sorts values by their canonical text. */
export function sortValues<T extends JsonValue>(
  values: readonly T[],
  options: { dedupe: boolean; known?: WeakMap<object, string> },
): T[] {
  const { dedupe, known } = options;
  const entries = values.map(value => ({
    value,
    text: writeCanonicalJson(value, known),
  }));
  entries.sort((a, b) => compareCodeUnits(a.text, b.text));
  return entries
    .filter(
      ({ text }, index) =>
        !dedupe || index === 0 || text !== entries[index - 1].text,
    )
    .map(({ value, text }) => {
      if (known && typeof value === 'object' && value !== null) {
        known.set(value, text);
      }
      return value;
    });
}

/** Sorts a list of names; anything else is no set of names and stays as it is. */
export function sortNames(value: JsonValue): JsonValue {
  return isNames(value) ? [...new Set(value)].sort(compareCodeUnits) : value;
}

/** True for a list of nothing but strings. */
export function isNames(value: JsonValue): value is string[] {
  return Array.isArray(value) && value.every(item => typeof item === 'string');
}
