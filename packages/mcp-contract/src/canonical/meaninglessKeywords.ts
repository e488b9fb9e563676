import { isJsonObject, type JsonValue } from './JsonValue';
import type { SchemaSurvey } from './surveySchema';

/** Values that say what the keyword's absence says. */
const DEFAULT_VALUES: { readonly [keyword: string]: JsonValue } = {
  deprecated: false,
  minContains: 1,
  minItems: 0,
  minLength: 0,
  minProperties: 0,
  readOnly: false,
  uniqueItems: false,
  writeOnly: false,
};

/** Schemas that say what the keyword's absence says. */
const DEFAULT_SCHEMAS: { readonly [keyword: string]: boolean } = {
  else: true,
  not: false,
  propertyNames: true,
  then: true,
};

/** As above, unless something looks at what they evaluate. */
const EVALUATING_DEFAULT_SCHEMAS: ReadonlySet<string> = new Set([
  'additionalItems',
  'additionalProperties',
  'items',
]);

const EMPTY_MAPS: ReadonlySet<string> = new Set([
  '$defs',
  'definitions',
  'dependencies',
  'dependentRequired',
  'dependentSchemas',
  'patternProperties',
  'properties',
]);

const hasOwn = (table: object, key: string) =>
  Object.prototype.hasOwnProperty.call(table, key);

/**
 * True when a keyword, its value already rewritten, could as well be absent.
 * Only what JSON Schema 2020-12 gives as "omitting this keyword has the same
 * behaviour" is here.
 */
export function meansNothing(
  keyword: string,
  value: JsonValue,
  survey: SchemaSurvey,
): boolean {
  if (hasOwn(DEFAULT_VALUES, keyword)) {
    return value === DEFAULT_VALUES[keyword];
  }
  if (keyword === '$comment') {
    return typeof value === 'string';
  }
  if (keyword === 'required') {
    return Array.isArray(value) && value.length === 0;
  }
  if (survey.placesMatter) {
    return false;
  }
  if (EMPTY_MAPS.has(keyword)) {
    return isJsonObject(value) && Object.keys(value).length === 0;
  }
  if (hasOwn(DEFAULT_SCHEMAS, keyword)) {
    return value === DEFAULT_SCHEMAS[keyword];
  }
  return (
    EVALUATING_DEFAULT_SCHEMAS.has(keyword) &&
    value === true &&
    !survey.evaluationMatters
  );
}
