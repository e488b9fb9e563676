/**
 * Where schemas are inside a schema, by keyword. Everything that is not named
 * here is data: names, values, and keywords that we don't know.
 * Source: JSON Schema 2020-12 core and validation; `definitions`,
 * `dependencies`, `additionalItems` and `items` as a list are of drafts 06 to
 * 2019-09, which servers still send.
 */
export const SCHEMA_KEYWORDS: ReadonlySet<string> = new Set([
  'additionalItems',
  'additionalProperties',
  'contains',
  'contentSchema',
  'else',
  'if',
  'items',
  'not',
  'propertyNames',
  'then',
  'unevaluatedItems',
  'unevaluatedProperties',
]);

/** Keywords whose value maps names to schemas. */
export const SCHEMA_MAP_KEYWORDS: ReadonlySet<string> = new Set([
  '$defs',
  'definitions',
  'dependencies',
  'dependentSchemas',
  'patternProperties',
  'properties',
]);

/** Keywords whose value is a list of schemas; the order of some is a meaning. */
export const SCHEMA_LIST_KEYWORDS: ReadonlySet<string> = new Set([
  'allOf',
  'anyOf',
  'items',
  'oneOf',
  'prefixItems',
]);

/** Drafts in which these keywords mean what this package takes them to mean. */
const KNOWN_DIALECTS: ReadonlySet<string> = new Set([
  'https://json-schema.org/draft/2020-12/schema',
  'https://json-schema.org/draft/2019-09/schema',
  'http://json-schema.org/draft-07/schema',
  'https://json-schema.org/draft-07/schema',
  'http://json-schema.org/draft-06/schema',
  'https://json-schema.org/draft-06/schema',
]);

const withoutEmptyFragment = (uri: string) => uri.replace(/#$/, '');

/** True for a `$schema` whose keywords we can reason about. */
export function isKnownDialect(schemaUri: string): boolean {
  return KNOWN_DIALECTS.has(withoutEmptyFragment(schemaUri));
}

/** True for the dialect that a schema of MCP has when it names none. */
export function isDefaultDialect(schemaUri: string): boolean {
  return (
    withoutEmptyFragment(schemaUri) ===
    'https://json-schema.org/draft/2020-12/schema'
  );
}
