import type { JsonValue } from '../../canonical/JsonValue';

/** Types as bits. A number is an integer or a fraction: 1.0 is an integer. */
export const NULL = 1;
export const BOOLEAN = 2;
export const INTEGER = 4;
export const FRACTION = 8;
export const STRING = 16;
export const ARRAY = 32;
export const OBJECT = 64;
export const NUMBER = INTEGER | FRACTION;
export const ALL_TYPES = 127;

const MASKS: ReadonlyMap<string, number> = new Map([
  ['null', NULL],
  ['boolean', BOOLEAN],
  ['integer', INTEGER],
  ['number', NUMBER],
  ['string', STRING],
  ['array', ARRAY],
  ['object', OBJECT],
]);

/** Reads `type`; undefined when it is not one. */
export function typeMask(value: JsonValue): number | undefined {
  if (typeof value === 'string') {
    return MASKS.get(value);
  }
  if (!Array.isArray(value) || value.length === 0) {
    return undefined;
  }
  let mask = 0;
  for (const name of value) {
    const bits = typeof name === 'string' ? MASKS.get(name) : undefined;
    if (bits === undefined) {
      return undefined;
    }
    mask |= bits;
  }
  return mask;
}

/** The bit of a value. */
export function typeOfValue(value: JsonValue): number {
  switch (typeof value) {
    case 'string':
      return STRING;
    case 'boolean':
      return BOOLEAN;
    case 'number':
      return Number.isInteger(value) ? INTEGER : FRACTION;
    default:
      if (value === null) {
        return NULL;
      }
      return Array.isArray(value) ? ARRAY : OBJECT;
  }
}

/** Names for people, in the order in which they are usually written. */
export function typeNames(mask: number): string[] {
  const names: string[] = [];
  const add = (bits: number, name: string) => {
    if ((mask & bits) !== 0) {
      names.push(name);
    }
  };
  add(STRING, 'string');
  if ((mask & FRACTION) !== 0) {
    names.push('number');
  } else {
    add(INTEGER, 'integer');
  }
  add(BOOLEAN, 'boolean');
  add(OBJECT, 'object');
  add(ARRAY, 'array');
  add(NULL, 'null');
  return names;
}

/** The single types in a mask; integers and fractions stay together. */
export function singleTypes(mask: number): number[] {
  return [NULL, BOOLEAN, NUMBER, STRING, ARRAY, OBJECT]
    .map(type => type & mask)
    .filter(type => type !== 0);
}
