import {
  getOwn,
  isJsonObject,
  type JsonObject,
  type JsonValue,
} from '../canonical/JsonValue';
import { type Facets, requiredNames } from './facets';

/** A place below another one in a schema. */
export interface SchemaChild {
  path: string;
  name: string;
  required: boolean;
  schema: JsonValue;
}

/** Keywords that alone don't make an item worth a row of its own. */
const STRUCTURE = new Set(['type', '$schema', '$comment']);

/**
 * The places below one: its properties, the required ones first, its items,
 * and its branches. A generator: who has enough rows asks for no more.
 */
export function* childrenOf(
  facets: Facets,
  path: string,
): Generator<SchemaChild> {
  yield* properties(facets, path);
  for (const schema of facets.schemas) {
    yield* otherProperties(schema, path);
    yield* items(schema, path);
    yield* branches(schema, path);
  }
}

function* properties(facets: Facets, path: string): Generator<SchemaChild> {
  const required = requiredNames(facets);
  const byName = new Map<string, JsonValue>();
  for (const schema of facets.schemas) {
    const given = getOwn(schema, 'properties');
    for (const [name, inner] of isJsonObject(given)
      ? Object.entries(given)
      : []) {
      const before = byName.get(name);
      // Two facets that both say something of one property: both hold.
      byName.set(
        name,
        before === undefined ? inner : { allOf: [before, inner] },
      );
    }
  }
  const names = [...byName.keys()];
  const inOrder = [
    ...names.filter(name => required.has(name)),
    ...names.filter(name => !required.has(name)),
  ];
  for (const name of inOrder) {
    yield {
      path: path ? `${path}.${name}` : name,
      name,
      required: required.has(name),
      schema: byName.get(name)!,
    };
  }
}

function* otherProperties(
  schema: JsonObject,
  path: string,
): Generator<SchemaChild> {
  const child = (name: string, inner: JsonValue) => ({
    path: path ? `${path}.${name}` : name,
    name,
    required: false,
    schema: inner,
  });
  const patterns = getOwn(schema, 'patternProperties');
  if (isJsonObject(patterns)) {
    for (const [pattern, inner] of Object.entries(patterns)) {
      yield child(`/${pattern}/`, inner);
    }
  }
  const additional = getOwn(schema, 'additionalProperties');
  if (isJsonObject(additional)) {
    yield child('*', additional);
  }
}

function* items(schema: JsonObject, path: string): Generator<SchemaChild> {
  const child = (name: string, inner: JsonValue) => ({
    path: `${path}${name}`,
    name,
    required: false,
    schema: inner,
  });
  const all = getOwn(schema, 'items');
  const first = getOwn(schema, 'prefixItems');
  for (const list of [first, all]) {
    if (Array.isArray(list)) {
      for (const [index, inner] of list.entries()) {
        yield child(`[${index}]`, inner);
      }
    }
  }
  if (isJsonObject(all) && saysMoreThanType(all)) {
    yield child('[]', all);
  }
}

function saysMoreThanType(schema: JsonObject): boolean {
  return Object.keys(schema).some(keyword => !STRUCTURE.has(keyword));
}

function* branches(schema: JsonObject, path: string): Generator<SchemaChild> {
  for (const keyword of ['anyOf', 'oneOf']) {
    const list = getOwn(schema, keyword);
    if (Array.isArray(list) && list.some(saysMore)) {
      for (const [index, inner] of list.entries()) {
        const name = `${keyword} ${index + 1}`;
        yield {
          path: path ? `${path} (${name})` : `(${name})`,
          name,
          required: false,
          schema: inner,
        };
      }
    }
  }
}

/** `string | null` is told by the type already. */
function saysMore(branch: JsonValue): boolean {
  return isJsonObject(branch) && saysMoreThanType(branch);
}
