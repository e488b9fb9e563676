import { getOwn, type JsonValue } from '../../canonical/JsonValue';
import { hasMeaning } from './dialects';
import { readCount, type Reading, reject } from './reading';
import type { SchemaNode } from './SchemaDocument';

/** True when the keyword is one that says something of arrays. */
export function readArrays(
  reading: Reading,
  keyword: string,
  value: JsonValue,
): boolean {
  switch (keyword) {
    case 'minItems':
    case 'maxItems':
      return readCount(reading, keyword, value);
    case 'uniqueItems':
      if (typeof value !== 'boolean') {
        return reject(reading, keyword);
      }
      reading.core.unique = value;
      return value;
    case 'prefixItems':
      return readPrefix(reading, keyword, value);
    case 'items':
      // 2019-09 and before; many send it without saying so.
      return Array.isArray(value)
        ? readPrefix(reading, keyword, value)
        : readTail(reading, keyword, startOfItems(reading));
    case 'additionalItems':
      return readAdditional(reading);
    case 'contains':
      return readContains(reading);
    default:
      return false;
  }
}

function startOfItems({ json, dialect }: Reading): number {
  const prefix = getOwn(json, 'prefixItems');
  return Array.isArray(prefix) && hasMeaning('prefixItems', dialect)
    ? prefix.length
    : 0;
}

function readPrefix(
  reading: Reading,
  keyword: string,
  value: JsonValue,
): boolean {
  const { node, core } = reading;
  const schemas = Array.isArray(value)
    ? value.map((_, index) => node.child(keyword, index))
    : [undefined];
  if (schemas.includes(undefined)) {
    return reject(reading, keyword);
  }
  if (core.prefix) {
    // Both `prefixItems` and `items` as a list: no draft has both.
    return reject(reading, keyword);
  }
  core.prefix = schemas as SchemaNode[];
  core.prefixKeyword = keyword;
  return true;
}

function readAdditional(reading: Reading): boolean {
  const items = getOwn(reading.json, 'items');
  // Without a list of items it has no meaning.
  return Array.isArray(items)
    ? readTail(reading, 'additionalItems', items.length)
    : false;
}

function readTail(reading: Reading, keyword: string, from: number): boolean {
  const schema = reading.node.child(keyword);
  if (!schema) {
    return reject(reading, keyword);
  }
  reading.core.tail = { schema, keyword, from, depends: false };
  return true;
}

function readContains(reading: Reading): boolean {
  const { node, json, dialect } = reading;
  const schema = node.child('contains');
  const count = (keyword: string, fallback: number) => {
    const value = getOwn(json, keyword);
    return value === undefined || !hasMeaning(keyword, dialect)
      ? fallback
      : value;
  };
  const min = count('minContains', 1);
  const max = count('maxContains', Infinity);
  if (!schema || typeof min !== 'number' || typeof max !== 'number') {
    ['contains', 'minContains', 'maxContains']
      .filter(keyword => getOwn(json, keyword) !== undefined)
      .forEach(reading.malformed);
    return false;
  }
  reading.core.contains = { schema, min, max };
  return true;
}
