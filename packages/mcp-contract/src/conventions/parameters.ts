import { toPointer } from '../canonical/ContractError';
import {
  getOwn,
  isJsonObject,
  type JsonObject,
  type JsonValue,
} from '../canonical/JsonValue';
import {
  createReferenceResolver,
  type ResolveReference,
} from '../schema/references';

/** A property that a caller may fill in, at any depth. */
export interface Parameter {
  name: string;
  /** JSON pointer into the schema. */
  pointer: string;
  /** Empty when there is none. */
  description: string;
}

/** A schema to look into, and which names were declared for the same value. */
interface Waiting {
  schema: JsonObject;
  path: readonly (string | number)[];
  declared: ReadonlySet<string>;
}

/** Of the same value as the schema that has them. */
const IN_PLACE = ['allOf', 'anyOf', 'oneOf', 'then', 'else'];
const IN_PLACE_MAPS = ['dependentSchemas'];
/** Of values within. `if`, `not` and the like ask, and declare nothing. */
const WITHIN = ['items', 'prefixItems', 'additionalProperties'];
const WITHIN_MAPS = ['properties', 'patternProperties'];

/**
 * All parameters of an input schema, `$ref`s within it followed. What several
 * places share is listed once, where it is defined; a branch that says more of
 * a property which its object declares already does not list it again.
 */
export function parametersOf(root: JsonObject): Parameter[] {
  const resolve = createReferenceResolver(root);
  const pathOf = createPathFinder(root);
  const parameters: Parameter[] = [];
  const seen = new Set<JsonObject>();
  const waiting: Waiting[] = [{ schema: root, path: [], declared: new Set() }];
  // Grows while it is walked: a chain of references must not cost the stack.
  for (const { schema, path, declared } of waiting) {
    if (seen.has(schema)) {
      continue;
    }
    seen.add(schema);
    const own = properties(schema).filter(([name]) => !declared.has(name));
    for (const [name, property] of own) {
      if (property !== false) {
        parameters.push({
          name,
          pointer: toPointer([...path, 'properties', name]),
          description: descriptionOf(property, resolve),
        });
      }
    }
    const known = new Set([...declared, ...own.map(([name]) => name)]);
    const target = targetOf(schema, resolve);
    if (target) {
      const targetPath = pathOf(target) ?? path;
      waiting.push({ schema: target, path: targetPath, declared: known });
    }
    const inPlace = [
      ...membersOf(schema, IN_PLACE),
      ...mapMembersOf(schema, IN_PLACE_MAPS),
    ];
    const within = [
      ...mapMembersOf(schema, WITHIN_MAPS),
      ...membersOf(schema, WITHIN),
    ];
    waiting.push(
      ...inPlace.map(child => below(child, path, known)),
      ...within.map(child => below(child, path, new Set())),
    );
  }
  return parameters;
}

type Child = [path: (string | number)[], schema: JsonObject];

function below(
  [inner, schema]: Child,
  path: Waiting['path'],
  declared: Waiting['declared'],
): Waiting {
  return { schema, path: [...path, ...inner], declared };
}

function properties(schema: JsonObject): [string, JsonValue][] {
  const map = getOwn(schema, 'properties');
  return isJsonObject(map) ? Object.entries(map) : [];
}

function membersOf(schema: JsonObject, keywords: readonly string[]): Child[] {
  return keywords.flatMap((keyword): Child[] => {
    const value = getOwn(schema, keyword);
    if (Array.isArray(value)) {
      return value.flatMap((item, index): Child[] =>
        isJsonObject(item) ? [[[keyword, index], item]] : [],
      );
    }
    return isJsonObject(value) ? [[[keyword], value]] : [];
  });
}

function mapMembersOf(
  schema: JsonObject,
  keywords: readonly string[],
): Child[] {
  return keywords.flatMap((keyword): Child[] => {
    const map = getOwn(schema, keyword);
    return Object.entries(isJsonObject(map) ? map : {}).flatMap(
      ([name, item]): Child[] =>
        isJsonObject(item) ? [[[keyword, name], item]] : [],
    );
  });
}

function targetOf(
  schema: JsonObject,
  resolve: ResolveReference,
): JsonObject | undefined {
  const reference = getOwn(schema, '$ref');
  const target = typeof reference === 'string' ? resolve(reference) : undefined;
  return isJsonObject(target) ? target : undefined;
}

/** Its own, or that of what it refers to or is wrapped around. */
function descriptionOf(property: JsonValue, resolve: ResolveReference): string {
  const seen = new Set<JsonValue>();
  const waiting: (JsonValue | undefined)[] = [property];
  for (const schema of waiting) {
    if (!isJsonObject(schema) || seen.has(schema)) {
      continue;
    }
    seen.add(schema);
    const text = getOwn(schema, 'description');
    if (typeof text === 'string' && text.trim() !== '') {
      return text;
    }
    const all = getOwn(schema, 'allOf');
    waiting.push(targetOf(schema, resolve), ...(Array.isArray(all) ? all : []));
  }
  return '';
}

/** Where in the document an object is; looked up only when one is asked for. */
function createPathFinder(root: JsonObject) {
  let paths: Map<JsonValue, Waiting['path']> | undefined;
  return (wanted: JsonObject): Waiting['path'] | undefined => {
    paths ??= findPaths(root);
    return paths.get(wanted);
  };
}

function findPaths(root: JsonObject): Map<JsonValue, Waiting['path']> {
  const paths = new Map<JsonValue, Waiting['path']>([[root, []]]);
  for (const [value, path] of paths) {
    const members = Array.isArray(value)
      ? value.entries()
      : Object.entries(value as JsonObject);
    for (const [key, member] of members) {
      if (typeof member === 'object' && member !== null) {
        paths.set(member, [...path, key]);
      }
    }
  }
  return paths;
}
