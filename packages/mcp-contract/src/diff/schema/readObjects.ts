import {
  getOwn,
  isJsonObject,
  type JsonValue,
} from '../../canonical/JsonValue';
import { namesIn, readCount, type Reading, reject, schemasIn } from './reading';

/** True when the keyword is one that says something of objects. */
export function readObjects(
  reading: Reading,
  keyword: string,
  value: JsonValue,
): boolean {
  const { core, node } = reading;
  switch (keyword) {
    case 'minProperties':
    case 'maxProperties':
      return readCount(reading, keyword, value);
    case 'required':
      core.required = namesIn(value);
      return core.required !== undefined || reject(reading, keyword);
    case 'properties':
      core.properties = schemasIn(reading, keyword, value);
      return core.properties !== undefined || reject(reading, keyword);
    case 'patternProperties':
      core.patterns = schemasIn(reading, keyword, value);
      return core.patterns !== undefined || reject(reading, keyword);
    case 'additionalProperties':
      return readAdditional(reading);
    case 'propertyNames':
      core.propertyNames = node.child(keyword);
      return core.propertyNames !== undefined || reject(reading, keyword);
    case 'dependentRequired':
    case 'dependentSchemas':
    case 'dependencies':
      return readDependents(reading, keyword, value);
    default:
      return false;
  }
}

function readAdditional(reading: Reading): boolean {
  const { node, json, core } = reading;
  const schema = node.child('additionalProperties');
  if (!schema) {
    return reject(reading, 'additionalProperties');
  }
  const keysOf = (keyword: string) => {
    const value = getOwn(json, keyword);
    return isJsonObject(value) ? Object.keys(value) : [];
  };
  core.closer = {
    schema,
    keyword: 'additionalProperties',
    names: new Set(keysOf('properties')),
    patterns: keysOf('patternProperties'),
  };
  return true;
}

/** `dependencies`, until draft 07, holds lists of names and schemas. */
function readDependents(
  reading: Reading,
  keyword: 'dependentRequired' | 'dependentSchemas' | 'dependencies',
  value: JsonValue,
): boolean {
  const { node, core, elements, nextId } = reading;
  if (!isJsonObject(value)) {
    return reject(reading, keyword);
  }
  const required = new Map(core.dependentRequired);
  for (const name of Object.keys(value)) {
    const names = namesIn(value[name]);
    const schema = node.child(keyword, name);
    if (names && keyword !== 'dependentSchemas') {
      required.set(name, [...(required.get(name) ?? []), ...names]);
    } else if (schema && keyword !== 'dependentRequired') {
      elements.push({
        kind: 'dependent',
        id: nextId(),
        node,
        keyword,
        name,
        schema,
      });
    } else {
      return reject(reading, keyword);
    }
  }
  if (required.size === 0) {
    return false;
  }
  core.dependentRequired = required;
  return true;
}
