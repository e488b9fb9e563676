import {
  isObject,
  type JsonObject,
  type JsonValue,
  listAt,
  objectAt,
  valueAt,
} from './json';
import type { OpenApiDocument } from './OpenApiDocument';
import type { SchemaConverter } from './schema/SchemaConverter';

/** An object of which each property can stand for itself. */
export interface FlatObject {
  properties: Map<string, JsonValue>;
  required: Set<string>;
}

/** What does not bind the properties to each other. */
const HARMLESS = [
  '$ref',
  'type',
  'properties',
  'required',
  'allOf',
  'title',
  'description',
  'example',
  'examples',
  'deprecated',
  'readOnly',
  'writeOnly',
  'xml',
  'externalDocs',
  'discriminator',
  'additionalProperties',
];
const MAX_DEPTH = 5;
/** Schemas can bring in each other, and themselves, many times. */
const MAX_MEMBERS = 100;

/**
 * The properties of a schema that is nothing but an object with properties, or
 * `allOf` such ones. Undefined for any other.
 */
export function flatObject(
  schema: JsonValue | undefined,
  document: OpenApiDocument,
  converter: Pick<SchemaConverter, 'isHidden'>,
): FlatObject | undefined {
  const flat: FlatObject = { properties: new Map(), required: new Set() };

  let members = 0;
  const take = (value: JsonValue | undefined, depth: number): boolean => {
    members += 1;
    const object = members > MAX_MEMBERS ? undefined : document.object(value);
    if (!object || depth > MAX_DEPTH || !isFlat(object)) {
      return false;
    }
    for (const [name, property] of Object.entries(
      objectAt(object, 'properties') ?? {},
    )) {
      if (flat.properties.has(name)) {
        return false;
      }
      flat.properties.set(name, property);
    }
    for (const name of listAt(object, 'required')) {
      flat.required.add(String(name));
    }
    return listAt(object, 'allOf').every(member => take(member, depth + 1));
  };

  if (!take(schema, 0)) {
    return undefined;
  }
  for (const [name, property] of flat.properties) {
    if (converter.isHidden(property)) {
      flat.properties.delete(name);
      flat.required.delete(name);
    }
  }
  return [...flat.required].every(name => flat.properties.has(name))
    ? flat
    : undefined;
}

function isFlat(schema: JsonObject): boolean {
  const type = valueAt(schema, 'type');
  const others = valueAt(schema, 'additionalProperties');
  return (
    (type === undefined || type === 'object') &&
    (others === undefined || others === false) &&
    (isObject(schema.properties) || Array.isArray(schema.allOf)) &&
    Object.keys(schema).every(
      keyword => HARMLESS.includes(keyword) || keyword.startsWith('x-'),
    )
  );
}
