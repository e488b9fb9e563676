import type { JsonValue } from '../../canonical/JsonValue';
import { typeNames } from './jsonTypes';
import type { Side } from './schemaRules';

const MAX_TEXT_CHARS = 80;
const MAX_LISTED = 8;

/** A place in a value, as developers write it: `order.items[].price`. */
export function propertyPath(path: string, name: string): string {
  if (/^[\p{L}_$][\p{L}\p{N}_$-]*$/u.test(name)) {
    return path ? `${path}.${name}` : name;
  }
  return `${path}[${shorten(JSON.stringify(name))}]`;
}

export function patternPath(path: string, pattern: string): string {
  return propertyPathOf(path, `/${shorten(pattern)}/`);
}

export function otherPropertiesPath(path: string): string {
  return propertyPathOf(path, '*');
}

export function itemPath(path: string, index?: number): string {
  return `${path}[${index ?? ''}]`;
}

function propertyPathOf(path: string, last: string): string {
  return path ? `${path}.${last}` : last;
}

/** What a sentence is about. */
export function subject(path: string, side: Side): string {
  return path ? `\`${path}\`` : `The ${side}`;
}

export function quoted(value: JsonValue): string {
  return shorten(JSON.stringify(value));
}

/** `"a", "b" and "c"`. */
export function listed(
  values: readonly JsonValue[],
  last: 'and' | 'or' = 'and',
): string {
  return joined(values.map(quoted), last);
}

export function joined(texts: readonly string[], last: 'and' | 'or'): string {
  const shown = texts.slice(0, MAX_LISTED);
  const more = texts.length - shown.length;
  if (more > 0) {
    return `${shown.join(', ')} ${last} ${more} more`;
  }
  return shown.length < 2
    ? shown.join('')
    : `${shown.slice(0, -1).join(', ')} ${last} ${shown[shown.length - 1]}`;
}

export function typesText(types: number): string {
  const names = typeNames(types);
  return names.length === 7 || names.length === 6
    ? 'any type'
    : joined(names, 'or');
}

/** As `type` would say it. */
export function typesValue(types: number): JsonValue {
  const names = typeNames(types);
  return names.length === 1 ? names[0] : names;
}

export function shorten(text: string): string {
  return text.length <= MAX_TEXT_CHARS
    ? text
    : `${text.slice(0, MAX_TEXT_CHARS - 1)}…`;
}

/** `1 item`, `2 items`. */
export function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
