import { isObject, type JsonObject, type JsonValue, valueAt } from './json';

const MAX_HOPS = 20;

/** What a chain of references leads to. */
export interface Target {
  value: JsonValue;
  /** The last reference of the chain, which names it; absent without one. */
  reference?: string;
}

/**
 * An OpenAPI 3.1 document. References are followed within it and nowhere else:
 * the portal opens no file and no address that a document names.
 */
export class OpenApiDocument {
  constructor(readonly root: JsonObject) {}

  /** Undefined when a reference leads nowhere, out of the document or in a circle. */
  follow(value: JsonValue | undefined): Target | undefined {
    let target = value;
    let reference: string | undefined;
    for (let hop = 0; hop < MAX_HOPS; hop++) {
      const next = isObject(target) ? valueAt(target, '$ref') : undefined;
      if (target === undefined) {
        return undefined;
      }
      if (typeof next !== 'string') {
        return { value: target, ...(reference && { reference }) };
      }
      reference = next;
      target = this.#at(next);
    }
    return undefined;
  }

  /** As {@link OpenApiDocument.follow}, where only an object makes sense. */
  object(value: JsonValue | undefined): JsonObject | undefined {
    const target = this.follow(value);
    return isObject(target?.value) ? target.value : undefined;
  }

  #at(reference: string): JsonValue | undefined {
    if (!reference.startsWith('#')) {
      return undefined;
    }
    let value: JsonValue | undefined = this.root;
    for (const segment of segmentsOf(reference)) {
      if (Array.isArray(value)) {
        value = /^\d+$/.test(segment) ? value[Number(segment)] : undefined;
      } else {
        value = isObject(value) ? valueAt(value, segment) : undefined;
      }
    }
    return value;
  }
}

/** Of a JSON pointer in a fragment: RFC 6901, chapter 6. */
export function segmentsOf(reference: string): string[] {
  return reference
    .slice(1)
    .split('/')
    .slice(1)
    .map(segment =>
      decoded(segment).replaceAll('~1', '/').replaceAll('~0', '~'),
    );
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
