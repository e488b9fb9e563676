import { getOwn, isJsonObject } from '../../canonical/JsonValue';
import type { Budget } from './Budget';
import type { Closures } from './closures';
import type { Core, Element, Reach } from './elements';
import type { SchemaNode } from './SchemaDocument';

/** Finds what schemas describe, whatever branches and conditions hold. */
export class Reaches {
  private readonly known = new Map<SchemaNode, Reach>();

  constructor(
    private readonly closures: Closures,
    private readonly budget: Budget,
  ) {}

  /** What a schema describes, in some case or other. */
  of(node: SchemaNode): Reach {
    let reach = this.known.get(node);
    if (!reach) {
      reach = emptyReach();
      this.addSchemas([node], reach);
      this.known.set(node, reach);
    }
    return reach;
  }

  /** What else than a core may describe, in some case or other. */
  add(element: Element, reach: Reach): void {
    this.addSchemas(inPlaceOf(element, reach), reach);
  }

  private addSchemas(waiting: SchemaNode[], reach: Reach): void {
    const seen = new Set<SchemaNode>();
    while (waiting.length > 0) {
      const node = waiting.pop()!;
      if (seen.has(node)) {
        continue;
      }
      seen.add(node);
      this.budget.spend();
      const { elements, inPlace } = this.closures.ownElements(node);
      waiting.push(...inPlace.map(({ schema }) => schema));
      if (hasUnevaluated(node)) {
        reach.all = true;
        reach.items = true;
      }
      for (const inner of elements) {
        if (inner.kind !== 'core') {
          waiting.push(...inPlaceOf(inner, reach));
          continue;
        }
        inner.properties?.forEach((_, name) => reach.names.add(name));
        inner.patterns?.forEach((_, pattern) => reach.patterns.add(pattern));
        addMentioned(inner, reach.mentioned);
        reach.items ||= describesItems(inner);
        reach.listed ||= listsComposed(inner);
        if (inner.closer && inner.closer.schema.json !== false) {
          const says =
            this.closures.closureOf(inner.closer.schema).elements.length > 0;
          reach[says ? 'all' : 'open'] = true;
        }
      }
    }
  }
}

export function emptyReach(): Reach {
  return {
    names: new Set(),
    patterns: new Set(),
    all: false,
    open: false,
    mentioned: new Set(),
    items: false,
    listed: false,
  };
}

/** Adds names that a core requires, if only with or for another. */
export function addMentioned(
  { required, dependentRequired }: Core,
  names: Set<string>,
): void {
  required?.forEach(name => names.add(name));
  dependentRequired?.forEach((others, name) => {
    names.add(name);
    others.forEach(other => names.add(other));
  });
}

function describesItems({ prefix, tail, contains }: Core): boolean {
  return (prefix ?? tail ?? contains) !== undefined;
}

/** Whoever lists objects or arrays as values describes all that is in them. */
export function listsComposed({ values: lists }: Core): boolean {
  return (
    lists?.some(({ values }) =>
      values.some(value => typeof value === 'object' && value !== null),
    ) === true
  );
}

function inPlaceOf(element: Element, reach: Reach): SchemaNode[] {
  switch (element.kind) {
    case 'union':
      return [...element.branches];
    case 'condition':
      return [element.schema, element.then, element.else].filter(
        (schema): schema is SchemaNode => schema !== undefined,
      );
    case 'dependent':
      reach.mentioned.add(element.name);
      return [element.schema];
    case 'opaque':
      reach.all = true;
      reach.items = true;
      return [];
    default:
      return [];
  }
}

export function hasUnevaluated({ json }: SchemaNode): boolean {
  return (
    isJsonObject(json) &&
    (getOwn(json, 'unevaluatedProperties') !== undefined ||
      getOwn(json, 'unevaluatedItems') !== undefined)
  );
}
