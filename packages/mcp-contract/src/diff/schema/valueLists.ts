import type { JsonValue } from '../../canonical/JsonValue';
import { writeCanonicalJson } from '../../canonical/writeCanonicalJson';
import { equalJson } from './equalJson';

/** Shorter lists are as fast to walk. */
const MIN_INDEXED = 8;
const indexes = new WeakMap<readonly JsonValue[], ReadonlySet<string>>();

/** Whether a list has a value; an `enum` may have thousands. */
export function isListed(
  values: readonly JsonValue[],
  value: JsonValue,
): boolean {
  if (values.length < MIN_INDEXED) {
    return values.some(item => equalJson(item, value));
  }
  let index = indexes.get(values);
  if (!index) {
    index = new Set(values.map(item => writeCanonicalJson(item)));
    indexes.set(values, index);
  }
  return index.has(writeCanonicalJson(value));
}
