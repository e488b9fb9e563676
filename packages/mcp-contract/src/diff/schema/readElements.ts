import { getOwn, type JsonValue } from '../../canonical/JsonValue';
import { writeCanonicalJson } from '../../canonical/writeCanonicalJson';
import { hasMeaning, refStandsAlone } from './dialects';
import { Core, type Element, type Not } from './elements';
import { readArrays } from './readArrays';
import type { OwnElements, Reading } from './reading';
import { readObjects } from './readObjects';
import { readScalars } from './readScalars';
import type { NextId, SchemaNode } from './SchemaDocument';

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
  // Without `then` and `else` it restricts nothing, but what it describes is
  // evaluated where it holds.
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
