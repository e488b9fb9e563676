import {
  isJsonObject,
  type JsonObject,
  type JsonValue,
} from '../../canonical/JsonValue';
import { isNames } from '../../canonical/sets';
import type { Core, CountKeyword, Element } from './elements';
import type { NextId, SchemaNode } from './SchemaDocument';

/** What one schema says itself. */
export interface OwnElements {
  elements: Element[];
  /** Schemas that hold in the same place: targets of references, `allOf`. */
  inPlace: { schema: SchemaNode; keyword: string; reference?: string }[];
}

/** One schema being read. */
export interface Reading extends OwnElements {
  node: SchemaNode;
  json: JsonObject;
  dialect: number;
  core: Core;
  nextId: NextId;
  /** What is said is said in a way that has no meaning. */
  malformed(keyword: string): void;
}

/** Always false: the core does not hold it. */
export function reject(reading: Reading, keyword: string): false {
  reading.malformed(keyword);
  return false;
}

export function readCount(
  reading: Reading,
  keyword: CountKeyword,
  value: JsonValue,
): boolean {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0) {
    return reject(reading, keyword);
  }
  (reading.core.counts ??= {})[keyword] = value;
  return true;
}

/** Undefined when it is no list of names. */
export function namesIn(value: JsonValue): readonly string[] | undefined {
  return isNames(value) ? value : undefined;
}

/** A map of names to schemas; undefined when it holds anything else. */
export function schemasIn(
  { node }: Reading,
  keyword: string,
  value: JsonValue,
): Map<string, SchemaNode> | undefined {
  if (!isJsonObject(value)) {
    return undefined;
  }
  const schemas = new Map<string, SchemaNode>();
  for (const name of Object.keys(value)) {
    const schema = node.child(keyword, name);
    if (!schema) {
      return undefined;
    }
    schemas.set(name, schema);
  }
  return schemas;
}
