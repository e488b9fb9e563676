import { getOwn, type JsonValue } from '../canonical/JsonValue';
import { allowedTypes, collectFacets, type Facets, firstOf } from './facets';
import type { ResolveReference } from './references';

/** Further in, a type is named by its kind only. */
const MAX_DEPTH = 3;
/** More branches than this are counted, not named. */
const MAX_BRANCHES = 6;

/** Names a type for people: `integer | null`, `array of string`, `any`. */
export function typeText(
  facets: Facets,
  resolve: ResolveReference,
  depth = 0,
): string {
  if (facets.never) {
    return 'never';
  }
  const types = allowedTypes(facets) ?? impliedTypes(facets);
  const branches = branchTexts(facets, resolve, depth);
  if (types === undefined) {
    return branches ?? 'any';
  }
  // Types beside branches: the branches only narrow them.
  return (
    types
      .map(type =>
        type === 'array' ? arrayText(facets, resolve, depth) : type,
      )
      .join(' | ') || 'never'
  );
}

function arrayText(facets: Facets, resolve: ResolveReference, depth: number) {
  const items = firstOf(facets, 'items');
  if (items === undefined || Array.isArray(items) || depth >= MAX_DEPTH) {
    return 'array';
  }
  const inner = typeText(collectFacets(items, resolve), resolve, depth + 1);
  if (inner === 'any') {
    return 'array';
  }
  return inner.includes(' | ') ? `array of (${inner})` : `array of ${inner}`;
}

function branchTexts(
  facets: Facets,
  resolve: ResolveReference,
  depth: number,
): string | undefined {
  const branches = firstOf(facets, 'anyOf') ?? firstOf(facets, 'oneOf');
  if (!Array.isArray(branches) || branches.length === 0) {
    return undefined;
  }
  if (depth >= MAX_DEPTH) {
    return 'any';
  }
  const texts = branches
    .slice(0, MAX_BRANCHES)
    .map(branch =>
      typeText(collectFacets(branch, resolve), resolve, depth + 1),
    );
  const more = branches.length - MAX_BRANCHES;
  return [
    ...new Set(texts.flatMap(text => splitUnion(text))),
    ...(more > 0 ? [`${more} more`] : []),
  ].join(' | ');
}

/** `array of (a | b)` is one text, not two. */
function splitUnion(text: string): string[] {
  return text.includes('(') ? [text] : text.split(' | ');
}

/** The types of the allowed values, or the one that the keywords are about. */
function impliedTypes(facets: Facets): string[] | undefined {
  const values = allowedValues(facets);
  if (values) {
    return [...new Set(values.map(jsonType))];
  }
  const has = (keyword: string) =>
    facets.schemas.some(schema => getOwn(schema, keyword) !== undefined);
  if (has('properties')) {
    return ['object'];
  }
  return has('items') || has('prefixItems') ? ['array'] : undefined;
}

/** What `const` or `enum` allow. */
export function allowedValues(facets: Facets): JsonValue[] | undefined {
  const constant = firstOf(facets, 'const');
  if (constant !== undefined) {
    return [constant];
  }
  const values = firstOf(facets, 'enum');
  return Array.isArray(values) ? values : undefined;
}

function jsonType(value: JsonValue): string {
  if (value === null) {
    return 'null';
  }
  if (Array.isArray(value)) {
    return 'array';
  }
  return Number.isInteger(value) ? 'integer' : typeof value;
}
