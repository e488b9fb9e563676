import {
  getOwn,
  isJsonObject,
  type JsonObject,
  type JsonSchema,
  type JsonValue,
  setOwn,
} from './JsonValue';
import {
  isDefaultDialect,
  isKnownDialect,
  SCHEMA_KEYWORDS,
  SCHEMA_LIST_KEYWORDS,
  SCHEMA_MAP_KEYWORDS,
} from './keywords';
import { meansNothing } from './meaninglessKeywords';
import { isNames, sortNames, sortValues } from './sets';
import { type SchemaSurvey, surveySchema } from './surveySchema';
import { compareCodeUnits } from './writeCanonicalJson';

interface Rewriting extends SchemaSurvey {
  /** Canonical texts of parts that are done, to be written once only. */
  known: WeakMap<object, string>;
}

/**
 * Rewrites a schema so that schemas that mean the same become equal, as far
 * as this is certain; schemas that mean different things never do. In doubt,
 * things stay as they are. The order of members is left to the writer.
 *
 * `$ref`s are not followed, and `$defs` keep their names. A schema of a dialect
 * that is not known here is data and stays whole.
 */
export function canonicalSchema(schema: JsonSchema): JsonSchema {
  if (!isJsonObject(schema) || !speaksKnownDialect(schema)) {
    return schema;
  }
  const rewriting = { ...surveySchema(schema), known: new WeakMap() };
  const result = rewriteMembers(schema, rewriting);
  const dialect = getOwn(result, '$schema');
  if (typeof dialect === 'string' && isDefaultDialect(dialect)) {
    delete result.$schema;
  }
  return finish(result, rewriting);
}

function speaksKnownDialect(schema: JsonObject): boolean {
  const dialect = getOwn(schema, '$schema');
  return (
    dialect === undefined ||
    (typeof dialect === 'string' && isKnownDialect(dialect))
  );
}

/** What stands where a schema should be, but is none, stays as it is. */
function rewriteSchema(schema: JsonValue, rewriting: Rewriting): JsonValue {
  if (!isJsonObject(schema) || !speaksKnownDialect(schema)) {
    return schema;
  }
  return finish(rewriteMembers(schema, rewriting), rewriting);
}

function rewriteMembers(schema: JsonObject, rewriting: Rewriting): JsonObject {
  const result: JsonObject = {};
  for (const keyword of Object.keys(schema)) {
    const value = rewriteKeyword(keyword, schema[keyword], rewriting);
    if (!meansNothing(keyword, value, rewriting)) {
      setOwn(result, keyword, value);
    }
  }
  return result;
}

function finish(schema: JsonObject, rewriting: Rewriting): JsonSchema {
  if (rewriting.placesMatter) {
    return schema;
  }
  enumOfOneToConst(schema);
  return asBoolean(schema);
}

function rewriteKeyword(
  keyword: string,
  value: JsonValue,
  rewriting: Rewriting,
): JsonValue {
  if (SCHEMA_MAP_KEYWORDS.has(keyword)) {
    return rewriteMap(keyword, value, rewriting);
  }
  if (SCHEMA_LIST_KEYWORDS.has(keyword) && Array.isArray(value)) {
    return rewriteList(keyword, value, rewriting);
  }
  if (SCHEMA_KEYWORDS.has(keyword)) {
    return rewriteSchema(value, rewriting);
  }
  switch (keyword) {
    case 'required':
      return sortNames(value);
    case 'dependentRequired':
      return rewriteMap(keyword, value, rewriting);
    case 'type':
      return rewriteType(value);
    case 'enum':
      return Array.isArray(value) && !rewriting.placesMatter
        ? sortValues(value, { dedupe: true })
        : value;
    default:
      return value;
  }
}

function rewriteMap(
  keyword: string,
  value: JsonValue,
  rewriting: Rewriting,
): JsonValue {
  if (!isJsonObject(value)) {
    return value;
  }
  const result: JsonObject = {};
  for (const name of Object.keys(value)) {
    const member = value[name];
    // `dependencies` of draft 07 holds schemas and lists of names.
    const isNameList =
      keyword === 'dependentRequired' ||
      (keyword === 'dependencies' && Array.isArray(member));
    setOwn(
      result,
      name,
      isNameList ? sortNames(member) : rewriteSchema(member, rewriting),
    );
  }
  return result;
}

function rewriteList(
  keyword: string,
  schemas: JsonValue[],
  rewriting: Rewriting,
): JsonValue {
  const rewritten = schemas.map(item => rewriteSchema(item, rewriting));
  const inOrder = keyword === 'prefixItems' || keyword === 'items';
  if (inOrder || rewriting.placesMatter || rewritten.length < 2) {
    return rewritten;
  }
  // Of two equal branches of a oneOf neither can be the only one that matches.
  const dedupe = keyword !== 'oneOf';
  return sortValues(rewritten, { dedupe, known: rewriting.known });
}

function rewriteType(value: JsonValue): JsonValue {
  if (!isNames(value) || value.length === 0) {
    return value;
  }
  const types = new Set(value);
  if (types.has('number')) {
    types.delete('integer');
  }
  const [first, ...others] = [...types].sort(compareCodeUnits);
  return others.length === 0 ? first : [first, ...others];
}

/** "Functionally equivalent": JSON Schema 2020-12 validation, 6.1.3. */
function enumOfOneToConst(schema: JsonObject): void {
  const values = getOwn(schema, 'enum');
  if (
    Array.isArray(values) &&
    values.length === 1 &&
    getOwn(schema, 'const') === undefined
  ) {
    delete schema.enum;
    schema.const = values[0];
  }
}

/** "Equivalent": JSON Schema 2020-12 core, 4.3.2. */
function asBoolean(schema: JsonObject): JsonSchema {
  const keywords = Object.keys(schema);
  if (keywords.length === 0) {
    return true;
  }
  return keywords.length === 1 && getOwn(schema, 'not') === true
    ? false
    : schema;
}
