import {
  getOwn,
  isJsonObject,
  type JsonObject,
  type JsonSchema,
  type JsonValue,
} from '../canonical/JsonValue';
import type { ResolveReference } from './references';

/** A hostile schema may hold thousands of `allOf`s in one place. */
const MAX_FACETS = 64;

/** All that holds in one place of a schema at once. */
export interface Facets {
  /** The schema itself first, then what its `$ref` and `allOf` add. */
  schemas: JsonObject[];
  /** One of them is `false`: nothing is valid. */
  never: boolean;
  /** The first `$ref` that was met. */
  ref?: string;
  /** A `$ref` leads out of this schema, or nowhere. */
  unresolved: boolean;
}

/** Puts together a schema, what it refers to and its `allOf`, cycle-safe. */
export function collectFacets(
  schema: JsonValue,
  resolve: ResolveReference,
): Facets {
  const facets: Facets = { schemas: [], never: false, unresolved: false };
  const seen = new Set<JsonObject>();
  const waiting: JsonValue[] = [schema];
  while (waiting.length > 0 && facets.schemas.length < MAX_FACETS) {
    const next = waiting.shift()!;
    if (next === false) {
      facets.never = true;
    }
    if (!isJsonObject(next) || seen.has(next)) {
      continue;
    }
    seen.add(next);
    facets.schemas.push(next);
    for (const keyword of ['$ref', '$dynamicRef', '$recursiveRef']) {
      const reference = getOwn(next, keyword);
      if (typeof reference === 'string') {
        const target: JsonSchema | undefined = resolve(reference);
        facets.ref ??= reference;
        if (target === undefined) {
          facets.unresolved = true;
        } else {
          waiting.push(target);
        }
      }
    }
    const all = getOwn(next, 'allOf');
    if (Array.isArray(all)) {
      waiting.push(...all.slice(0, MAX_FACETS));
    }
  }
  return facets;
}

/** The first facet that has the keyword, in the order of `schemas`. */
export function firstOf(facets: Facets, keyword: string) {
  for (const schema of facets.schemas) {
    const value = getOwn(schema, keyword);
    if (value !== undefined) {
      return value;
    }
  }
  return undefined;
}

/** As `firstOf`, for texts. */
export function firstText(facets: Facets, keyword: string) {
  const value = firstOf(facets, keyword);
  return typeof value === 'string' ? value : undefined;
}

/** The names that any facet requires. */
export function requiredNames(facets: Facets): Set<string> {
  const names = new Set<string>();
  for (const schema of facets.schemas) {
    const required = getOwn(schema, 'required');
    if (Array.isArray(required)) {
      for (const name of required) {
        if (typeof name === 'string') {
          names.add(name);
        }
      }
    }
  }
  return names;
}

/** The types that all facets allow; undefined when none names any. */
export function allowedTypes(facets: Facets): string[] | undefined {
  let types: string[] | undefined;
  for (const schema of facets.schemas) {
    const value = getOwn(schema, 'type');
    const given = (Array.isArray(value) ? value : [value]).filter(
      (type): type is string => typeof type === 'string',
    );
    if (given.length > 0) {
      types = types === undefined ? given : intersect(types, given);
    }
  }
  return types;
}

function intersect(a: string[], b: string[]): string[] {
  const integers = (types: string[], others: string[]) =>
    types.includes('integer') &&
    others.includes('number') &&
    !others.includes('integer');
  const common = a.filter(type => b.includes(type));
  return integers(a, b) || integers(b, a) ? [...common, 'integer'] : common;
}
