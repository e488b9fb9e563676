import type { JsonValue } from '../canonical/JsonValue';

const MAX_NAME_CHARS = 120;
const MAX_VALUE_CHARS = 60;

/**
 * A name as part of a sentence. A server chose it, so it is kept from breaking
 * the line or filling the page.
 */
export function quote(name: string): string {
  const shown =
    name.length > MAX_NAME_CHARS ? `${name.slice(0, MAX_NAME_CHARS)}…` : name;
  return JSON.stringify(shown);
}

/** A small value as part of a sentence; undefined when it is not small. */
export function quoteSmall(value: JsonValue | undefined): string | undefined {
  if (value === undefined || (typeof value === 'object' && value !== null)) {
    return undefined;
  }
  const text = JSON.stringify(value);
  return text.length > MAX_VALUE_CHARS ? undefined : text;
}
