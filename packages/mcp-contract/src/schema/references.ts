import {
  getOwn,
  isJsonObject,
  type JsonSchema,
  type JsonValue,
} from '../canonical/JsonValue';

/** Finds what a `$ref` names; undefined when it is not in this schema. */
export type ResolveReference = (reference: string) => JsonSchema | undefined;

/** What a `$ref` names, and where it is. */
export interface ReferenceTarget {
  schema: JsonSchema;
  /** JSON pointer from the root. */
  pointer: string;
}

/** As {@link ResolveReference}, with the place. */
export type LocateReference = (
  reference: string,
) => ReferenceTarget | undefined;

/**
 * Resolves references within one schema: `#`, JSON pointers, anchors, and
 * these after the root's `$id`. Nothing is fetched. `$id`s of inner schemas
 * are not followed.
 */
export function createReferenceResolver(root: JsonSchema): ResolveReference {
  const locate = createReferenceLocator(root);
  return reference => locate(reference)?.schema;
}

/** As {@link createReferenceResolver}, for who wants to know the place too. */
export function createReferenceLocator(root: JsonSchema): LocateReference {
  const resolved = new Map<string, ReferenceTarget | undefined>();
  let anchors: Map<string, ReferenceTarget> | undefined;

  const resolve = (reference: string): ReferenceTarget | undefined => {
    const fragment = localFragment(root, reference);
    if (fragment === undefined) {
      return undefined;
    }
    if (fragment === '' || fragment.startsWith('/')) {
      const schema = asSchema(atPointer(root, fragment));
      return schema === undefined ? undefined : { schema, pointer: fragment };
    }
    anchors ??= findAnchors(root);
    return anchors.get(fragment);
  };

  return reference => {
    if (!resolved.has(reference)) {
      resolved.set(reference, resolve(reference));
    }
    return resolved.get(reference);
  };
}

/** The decoded part after `#`, when the part before it is this document. */
function localFragment(
  root: JsonSchema,
  reference: string,
): string | undefined {
  const hash = reference.indexOf('#');
  const base = hash < 0 ? reference : reference.slice(0, hash);
  const id = isJsonObject(root) ? getOwn(root, '$id') : undefined;
  const isHere =
    base === '' || (typeof id === 'string' && id.replace(/#$/, '') === base);
  if (!isHere) {
    return undefined;
  }
  try {
    return hash < 0 ? '' : decodeURIComponent(reference.slice(hash + 1));
  } catch {
    return undefined;
  }
}

function atPointer(root: JsonValue, pointer: string): JsonValue | undefined {
  let value: JsonValue | undefined = root;
  for (const part of pointer.split('/').slice(1)) {
    const key = part.replace(/~1/g, '/').replace(/~0/g, '~');
    if (Array.isArray(value)) {
      value = /^\d+$/.test(key) ? value[Number(key)] : undefined;
    } else {
      value = isJsonObject(value) ? getOwn(value, key) : undefined;
    }
  }
  return value;
}

function asSchema(value: JsonValue | undefined): JsonSchema | undefined {
  return typeof value === 'boolean' || isJsonObject(value) ? value : undefined;
}

/** Keeps its own stack: what is described here may not be from a snapshot. */
function findAnchors(root: JsonValue): Map<string, ReferenceTarget> {
  const anchors = new Map<string, ReferenceTarget>();
  const seen = new Set<JsonValue>();
  const waiting: [JsonValue, string][] = [[root, '']];
  while (waiting.length > 0) {
    const [value, pointer] = waiting.pop()!;
    if (typeof value !== 'object' || value === null || seen.has(value)) {
      continue;
    }
    seen.add(value);
    for (const [key, member] of Object.entries(value)) {
      if (typeof member === 'object') {
        waiting.push([member, `${pointer}/${escapePointerPart(key)}`]);
      }
    }
    if (isJsonObject(value)) {
      for (const keyword of ['$anchor', '$dynamicAnchor']) {
        const name = getOwn(value, keyword);
        if (typeof name === 'string' && !anchors.has(name)) {
          anchors.set(name, { schema: value, pointer });
        }
      }
    }
  }
  return anchors;
}

/** One part of a JSON pointer. Source: RFC 6901, section 3. */
export function escapePointerPart(part: string): string {
  return part.replace(/~/g, '~0').replace(/\//g, '~1');
}
