import {
  getOwn,
  isJsonObject,
  type JsonSchema,
} from '../../canonical/JsonValue';

/** The one of MCP, when a schema names none. */
const DEFAULT_DIALECT = 2020;

const DIALECTS: ReadonlyMap<string, number> = new Map([
  ['json-schema.org/draft/2020-12/schema', 2020],
  ['json-schema.org/draft/2019-09/schema', 2019],
  ['json-schema.org/draft-07/schema', 7],
  ['json-schema.org/draft-06/schema', 6],
  ['json-schema.org/draft-04/schema', 4],
]);

/** Which draft the root names; undefined for one that we know nothing of. */
export function dialectOf(schema: JsonSchema): number | undefined {
  const uri = isJsonObject(schema) ? getOwn(schema, '$schema') : undefined;
  if (uri === undefined) {
    return DEFAULT_DIALECT;
  }
  return typeof uri === 'string'
    ? DIALECTS.get(uri.replace(/^https?:\/\//, '').replace(/#$/, ''))
    : undefined;
}

/** `[from, to]`: the drafts in which a keyword means something. */
const SPANS: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['$dynamicRef', [2020, 2020]],
  ['$recursiveRef', [2019, 2019]],
  ['const', [6, 2020]],
  ['contains', [6, 2020]],
  ['dependentRequired', [2019, 2020]],
  ['dependentSchemas', [2019, 2020]],
  ['else', [7, 2020]],
  ['if', [7, 2020]],
  ['maxContains', [2019, 2020]],
  ['minContains', [2019, 2020]],
  ['prefixItems', [2020, 2020]],
  ['propertyNames', [6, 2020]],
  ['then', [7, 2020]],
  ['unevaluatedItems', [2019, 2020]],
  ['unevaluatedProperties', [2019, 2020]],
]);

/**
 * Drafts are ordered as if years: 4 < 6 < 7 < 2019 < 2020. What an earlier
 * draft has and a later one dropped is honoured in both, since servers send
 * `items` as a list and `dependencies` without saying which draft they speak,
 * and validators follow them.
 */
export function hasMeaning(keyword: string, dialect: number): boolean {
  const span = SPANS.get(keyword);
  return span === undefined || (dialect >= span[0] && dialect <= span[1]);
}

/** Up to draft 07, nothing beside a `$ref` counts. */
export function refStandsAlone(dialect: number): boolean {
  return dialect <= 7;
}
