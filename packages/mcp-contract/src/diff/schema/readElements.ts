import {
  getOwn,
  isJsonObject,
  type JsonObject,
  type JsonValue,
} from '../../canonical/JsonValue';
import { isNames } from '../../canonical/sets';
import { writeCanonicalJson } from '../../canonical/writeCanonicalJson';
import { hasMeaning, refStandsAlone } from './dialects';
import { Core, type CountKeyword, type Element, type Not } from './elements';
import { toRatio } from './exactNumbers';
import { typeMask } from './jsonTypes';
import { readArrays } from './readArrays';
import { readObjects } from './readObjects';
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

/** Reads the keywords of a schema; annotations say nothing. */
export function readElements(node: SchemaNode, nextId: NextId): OwnElements {
  const elements: Element[] = [];
  const inPlace: OwnElements['inPlace'] = [];
  const core = new Core(nextId(), node);
  const { json } = node;
  if (typeof json === 'boolean') {
    if (!json) {
      core.never = true;
      elements.push(core);
    }
    return { elements, inPlace };
  }
  const reading: Reading = {
    node,
    json,
    dialect: node.document.dialect ?? 0,
    core,
    nextId,
    elements,
    inPlace,
    malformed: keyword =>
      elements.push({
        kind: 'opaque',
        id: nextId(),
        node,
        keyword,
        text: `${keyword} ${writeCanonicalJson(json[keyword])}`,
      }),
  };
  if (
    typeof getOwn(json, '$ref') === 'string' &&
    refStandsAlone(reading.dialect)
  ) {
    readReference(reading, '$ref');
    return reading;
  }
  let says = false;
  for (const keyword of Object.keys(json)) {
    says = readKeyword(reading, keyword, json[keyword]) || says;
  }
  if (says) {
    elements.push(core);
  }
  return reading;
}

/** True when the keyword is one of the core's. */
function readKeyword(
  reading: Reading,
  keyword: string,
  value: JsonValue,
): boolean {
  if (!hasMeaning(keyword, reading.dialect)) {
    return false;
  }
  switch (keyword) {
    case '$ref':
    case '$dynamicRef':
    case '$recursiveRef':
      readReference(reading, keyword);
      return false;
    case 'allOf':
    case 'anyOf':
    case 'oneOf':
      readBranches(reading, keyword, value);
      return false;
    case 'not':
      readNot(reading);
      return false;
    case 'if':
      readCondition(reading);
      return false;
    default:
      return (
        readScalars(reading, keyword, value) ||
        readArrays(reading, keyword, value) ||
        readObjects(reading, keyword, value)
      );
  }
}

function readReference(reading: Reading, keyword: string): void {
  const { node, json, elements, inPlace, nextId } = reading;
  const reference = getOwn(json, keyword);
  if (typeof reference !== 'string') {
    reading.malformed(keyword);
    return;
  }
  const { document } = node;
  const target = document.hasInnerIds ? undefined : document.resolve(reference);
  if (target) {
    inPlace.push({ schema: target, keyword, reference });
    return;
  }
  elements.push({
    kind: 'opaque',
    id: nextId(),
    node,
    keyword,
    text: document.hasInnerIds
      ? undefined
      : `${keyword} ${document.nameOf(reference)}`,
  });
}

function readBranches(
  reading: Reading,
  keyword: 'allOf' | 'anyOf' | 'oneOf',
  value: JsonValue,
): void {
  const { node, elements, inPlace, nextId } = reading;
  const branches = Array.isArray(value)
    ? value.map((_, index) => node.child(keyword, index))
    : [];
  if (branches.length === 0 || branches.includes(undefined)) {
    reading.malformed(keyword);
    return;
  }
  const schemas = branches as SchemaNode[];
  if (keyword === 'allOf' || schemas.length === 1) {
    inPlace.push(...schemas.map(schema => ({ schema, keyword })));
    return;
  }
  elements.push({
    kind: 'union',
    id: nextId(),
    node,
    keyword,
    branches: schemas,
  });
}

function readNot(reading: Reading): void {
  const schema = reading.node.child('not');
  if (!schema) {
    reading.malformed('not');
    return;
  }
  reading.elements.push(notOf(reading, schema));
}

function notOf({ nextId, node }: Reading, schema: SchemaNode): Not {
  return { kind: 'not', id: nextId(), node, schema };
}

function readCondition(reading: Reading): void {
  const { node, json, elements, nextId } = reading;
  const schema = node.child('if');
  const isMalformed = (keyword: string) =>
    getOwn(json, keyword) !== undefined && !node.child(keyword);
  const malformed = ['if', 'then', 'else'].filter(isMalformed);
  if (!schema || malformed.length > 0) {
    malformed.forEach(reading.malformed);
    return;
  }
  const then = node.child('then');
  const otherwise = node.child('else');
  if (then || otherwise) {
    elements.push({
      kind: 'condition',
      id: nextId(),
      node,
      schema,
      then,
      else: otherwise,
      negated: notOf(reading, schema),
    });
  }
}

function readScalars(
  reading: Reading,
  keyword: string,
  value: JsonValue,
): boolean {
  const { core } = reading;
  switch (keyword) {
    case 'type':
      core.types = typeMask(value);
      return core.types !== undefined || reject(reading, keyword);
    case 'enum':
      if (!Array.isArray(value)) {
        return reject(reading, keyword);
      }
      (core.values ??= []).push({ keyword, values: value });
      return true;
    case 'const':
      (core.values ??= []).push({ keyword, values: [value] });
      return true;
    case 'minimum':
    case 'maximum':
    case 'exclusiveMinimum':
    case 'exclusiveMaximum':
      return readBound(reading, keyword, value);
    case 'multipleOf':
      return readStep(reading, value);
    case 'minLength':
    case 'maxLength':
      return readCount(reading, keyword, value);
    case 'pattern':
    case 'format':
      if (typeof value !== 'string') {
        return reject(reading, keyword);
      }
      core[keyword] = value;
      return true;
    default:
      return false;
  }
}

/** Always false: the core does not hold it. */
export function reject(reading: Reading, keyword: string): false {
  reading.malformed(keyword);
  return false;
}

function readBound(
  reading: Reading,
  keyword: 'minimum' | 'maximum' | 'exclusiveMinimum' | 'exclusiveMaximum',
  value: JsonValue,
): boolean {
  const { core, json } = reading;
  const isLow = keyword === 'minimum' || keyword === 'exclusiveMinimum';
  const isPlain = keyword === 'minimum' || keyword === 'maximum';
  if (typeof value === 'boolean' && !isPlain) {
    // Draft 04: it says how `minimum` is meant. OpenAPI 3.0 writes so, too.
    return false;
  }
  if (typeof value !== 'number') {
    return reject(reading, keyword);
  }
  const twin = isLow ? 'exclusiveMinimum' : 'exclusiveMaximum';
  const bound = {
    value,
    exclusive: !isPlain || getOwn(json, twin) === true,
    keyword,
  };
  const other = isLow ? core.low : core.high;
  if (!other || isTighter(bound, other, isLow)) {
    core[isLow ? 'low' : 'high'] = bound;
  }
  return true;
}

/** True when the first allows less than the second. */
export function isTighter(
  one: { value: number; exclusive: boolean },
  other: { value: number; exclusive: boolean },
  isLow: boolean,
): boolean {
  if (one.value !== other.value) {
    return isLow ? one.value > other.value : one.value < other.value;
  }
  return one.exclusive && !other.exclusive;
}

function readStep(reading: Reading, value: JsonValue): boolean {
  const ratio =
    typeof value === 'number' && value > 0 ? toRatio(value) : undefined;
  if (!ratio) {
    return reject(reading, 'multipleOf');
  }
  reading.core.step = { ratio, value: value as number };
  return true;
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
