import {
  getOwn,
  isJsonObject,
  type JsonObject,
  type JsonSchema,
  type JsonValue,
  setOwn,
} from '../canonical/JsonValue';
import {
  allowedTypes,
  collectFacets,
  type Facets,
  firstOf,
  requiredNames,
} from './facets';
import { createReferenceResolver, type ResolveReference } from './references';
import { exampleNumber, exampleString } from './exampleScalars';

const MAX_DEPTH = 8;
const MAX_PLACES = 300;
/** A longer array would be an example of nothing but length. */
const MAX_ITEMS = 3;

interface Making {
  resolve: ResolveReference;
  /** Places that may still be filled: a schema can ask for billions. */
  placesLeft: number;
}

/**
 * Makes one small instance of a schema, as a start for people to edit: what
 * the schema itself offers (`examples`, `default`, `const`, `enum`), else the
 * required properties only. It is valid where the schema is simple; patterns,
 * `not` and conditions are not solved. Cycle-safe and bounded.
 *
 * @public
 */
export function exampleFor(schema: JsonSchema): JsonValue {
  const making = {
    resolve: createReferenceResolver(schema),
    placesLeft: MAX_PLACES,
  };
  return make(schema, 0, making);
}

function make(schema: JsonValue, depth: number, making: Making): JsonValue {
  making.placesLeft -= 1;
  const facets = withFirstBranch(
    collectFacets(schema, making.resolve),
    making.resolve,
  );
  const offered = offeredValue(facets);
  if (offered !== undefined) {
    return offered;
  }
  const exhausted = depth >= MAX_DEPTH || making.placesLeft <= 0;
  switch (typeOf(facets)) {
    case 'object':
      return exhausted ? {} : makeObject(facets, depth, making);
    case 'array':
      return exhausted ? [] : makeArray(facets, depth, making);
    case 'string':
      return exampleString(facets);
    case 'integer':
      return exampleNumber(facets, 1);
    case 'number':
      return exampleNumber(facets);
    case 'boolean':
      return true;
    default:
      return null;
  }
}

/** Any branch will do, so the first that is not just null. */
function withFirstBranch(facets: Facets, resolve: ResolveReference): Facets {
  const added: JsonObject[] = [];
  for (const schema of facets.schemas) {
    for (const keyword of ['anyOf', 'oneOf']) {
      const branches = getOwn(schema, keyword);
      const branch = Array.isArray(branches)
        ? branches.find(isWorthShowing)
        : undefined;
      if (branch !== undefined) {
        added.push(...collectFacets(branch, resolve).schemas);
      }
    }
  }
  return added.length === 0
    ? facets
    : { ...facets, schemas: [...facets.schemas, ...added] };
}

function isWorthShowing(branch: JsonValue): boolean {
  return isJsonObject(branch) && getOwn(branch, 'type') !== 'null';
}

function offeredValue(facets: Facets): JsonValue | undefined {
  const constant = firstOf(facets, 'const');
  if (constant !== undefined) {
    return constant;
  }
  const examples = firstOf(facets, 'examples');
  if (Array.isArray(examples) && examples.length > 0) {
    return examples[0];
  }
  const fallback = firstOf(facets, 'default');
  if (fallback !== undefined) {
    return fallback;
  }
  const values = firstOf(facets, 'enum');
  return Array.isArray(values) ? values[0] : undefined;
}

function typeOf(facets: Facets): string | undefined {
  const types = allowedTypes(facets);
  if (types) {
    return types.find(type => type !== 'null') ?? types[0];
  }
  const has = (keyword: string) => firstOf(facets, keyword) !== undefined;
  if (has('properties') || has('required')) {
    return 'object';
  }
  if (has('items') || has('prefixItems')) {
    return 'array';
  }
  if (has('minLength') || has('maxLength') || has('format') || has('pattern')) {
    return 'string';
  }
  return has('minimum') || has('maximum') ? 'number' : undefined;
}

function makeObject(facets: Facets, depth: number, making: Making) {
  const result: JsonObject = {};
  for (const name of requiredNames(facets)) {
    if (making.placesLeft <= 0) {
      break;
    }
    const schemas = facets.schemas.flatMap(schema => {
      const properties = getOwn(schema, 'properties');
      const property = isJsonObject(properties)
        ? getOwn(properties, name)
        : undefined;
      return property === undefined ? [] : [property];
    });
    setOwn(result, name, make({ allOf: schemas }, depth + 1, making));
  }
  return result;
}

function makeArray(facets: Facets, depth: number, making: Making) {
  const prefix = firstOf(facets, 'prefixItems');
  const items = firstOf(facets, 'items');
  const minItems = firstOf(facets, 'minItems');
  const maxItems = firstOf(facets, 'maxItems');
  const first = Array.isArray(prefix) ? prefix.slice(0, MAX_ITEMS) : [];
  const wanted = Math.min(
    Math.max(typeof minItems === 'number' ? minItems : 1, first.length),
    typeof maxItems === 'number' ? maxItems : MAX_ITEMS,
    MAX_ITEMS,
  );
  const result: JsonValue[] = [];
  for (let index = 0; index < wanted; index++) {
    const schema = index < first.length ? first[index] : items;
    const isOptional = index >= (typeof minItems === 'number' ? minItems : 0);
    if (schema === false || (schema === undefined && isOptional)) {
      break;
    }
    result.push(make(schema ?? true, depth + 1, making));
  }
  return result;
}
