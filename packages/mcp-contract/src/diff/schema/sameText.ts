import {
  getOwn,
  isJsonObject,
  type JsonValue,
} from '../../canonical/JsonValue';
import { SCHEMA_KEYWORDS, SCHEMA_MAP_KEYWORDS } from '../../canonical/keywords';
import type { Budget } from './Budget';
import type { SchemaDocument, SchemaNode } from './SchemaDocument';

const REFERENCE_KEYWORDS = new Set(['$ref', '$dynamicRef', '$recursiveRef']);
/** Nested deeper, schemas are compared by what they say instead. */
const MAX_LEVELS = 250;

/** Longer lists are compared in order only. */
const MAX_SET = 32;
/** Lists in lists would take exponential time to compare in any order. */
const MAX_SEARCHES = 16;

/**
 * What something is: a schema, a map or a list of schemas, a set of schemas
 * or of values, whose order is no matter, a map to sets of names, or data.
 */
type Kind = 'schema' | 'map' | 'list' | 'schemas' | 'values' | 'names' | 'data';

const KINDS: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ...[...SCHEMA_KEYWORDS].map(keyword => [keyword, 'schema'] as const),
  ...[...SCHEMA_MAP_KEYWORDS].map(keyword => [keyword, 'map'] as const),
  ['allOf', 'schemas'],
  ['anyOf', 'schemas'],
  ['oneOf', 'schemas'],
  ['items', 'list'],
  ['prefixItems', 'list'],
  ['enum', 'values'],
  ['required', 'values'],
  ['type', 'values'],
  ['dependentRequired', 'names'],
]);

function kindOfMember(kind: Kind, key: string): Kind {
  switch (kind) {
    case 'schema':
      return KINDS.get(key) ?? 'data';
    case 'map':
    case 'list':
      // `items` may be a schema; `dependencies` may hold lists of names.
      return kind === 'map' ? 'schema' : KINDS.get(key) ?? 'data';
    case 'names':
      return 'values';
    default:
      return 'data';
  }
}

/**
 * Tells in a hurry that two schemas are the same, as text, with all that they
 * refer to. Most parts of most schemas are.
 */
export class SameText {
  private readonly references = new Map<string, boolean>();
  private readonly known = new Map<number, boolean>();
  private searchesLeft = 0;

  constructor(
    private readonly before: SchemaDocument,
    private readonly after: SchemaDocument,
    private readonly budget: Budget,
  ) {}

  of(one: SchemaNode, other: SchemaNode): boolean {
    if (one === other || one.json === other.json) {
      return one === other || typeof one.json === 'boolean';
    }
    const key = one.id * 2 ** 26 + other.id;
    let isSame = this.known.get(key);
    if (isSame === undefined) {
      this.budget.spend(0.5);
      isSame = this.compare(one, other);
      this.known.set(key, isSame);
    }
    return isSame;
  }

  /** As above, for branches, whose order is no matter. */
  ofAll(one: readonly SchemaNode[], other: readonly SchemaNode[]): boolean {
    if (one.length !== other.length) {
      return false;
    }
    if (one.every((node, index) => this.of(node, other[index]))) {
      return true;
    }
    if (one.length > MAX_SET) {
      return false;
    }
    const left = [...other];
    return one.every(node => {
      const index = left.findIndex(candidate => this.of(node, candidate));
      left.splice(index, index < 0 ? 0 : 1);
      return index >= 0;
    });
  }

  private compare(one: SchemaNode, other: SchemaNode): boolean {
    const references = new Set<string>();
    this.searchesLeft = MAX_SEARCHES;
    if (one.document === other.document) {
      return (
        this.isSame(one.json, other.json, references, 'schema') &&
        (references.size === 0 || !one.document.hasInnerIds)
      );
    }
    return (
      this.before.dialect === this.after.dialect &&
      this.isSame(one.json, other.json, references, 'schema') &&
      [...references].every(reference => this.isSameTarget(reference))
    );
  }

  private isSame(
    one: JsonValue | undefined,
    other: JsonValue | undefined,
    references: Set<string>,
    kind: Kind,
    level = 0,
  ): boolean {
    if (one === other) {
      return true;
    }
    this.budget.spend(0.2);
    if (level > MAX_LEVELS) {
      return false;
    }
    if (Array.isArray(one)) {
      return (
        Array.isArray(other) &&
        one.length === other.length &&
        this.isSameList(one, other, references, kind, level)
      );
    }
    if (!isJsonObject(one) || !isJsonObject(other)) {
      return false;
    }
    const keys = Object.keys(one);
    const otherKeys = Object.keys(other);
    if (keys.length !== otherKeys.length) {
      return false;
    }
    for (let index = 0; index < keys.length; index++) {
      const key = keys[index];
      const value = one[key];
      // Canonical schemas have their members in the same order.
      const member = key === otherKeys[index] ? other[key] : getOwn(other, key);
      if (value !== member) {
        const inner = kindOfMember(kind, key);
        if (!this.isSame(value, member, references, inner, level + 1)) {
          return false;
        }
      }
      if (REFERENCE_KEYWORDS.has(key) && typeof value === 'string') {
        references.add(value);
      }
    }
    return true;
  }

  private isSameList(
    one: readonly JsonValue[],
    other: readonly JsonValue[],
    references: Set<string>,
    kind: Kind,
    level: number,
  ): boolean {
    const inner = kind === 'schemas' || kind === 'list' ? 'schema' : 'data';
    const isSame = (item: JsonValue, candidate: JsonValue) =>
      this.isSame(item, candidate, references, inner, level + 1);
    if (one.every((item, index) => isSame(item, other[index]))) {
      return true;
    }
    const isSet = kind === 'schemas' || kind === 'values';
    if (!isSet || one.length > MAX_SET || this.searchesLeft === 0) {
      return false;
    }
    this.searchesLeft -= 1;
    const left = [...other];
    return one.every(item => {
      const index = left.findIndex(candidate => isSame(item, candidate));
      left.splice(index, index < 0 ? 0 : 1);
      return index >= 0;
    });
  }

  /** Follows references until no new ones are met. */
  private isSameTarget(reference: string): boolean {
    const known = this.references.get(reference);
    if (known !== undefined) {
      return known;
    }
    const met = new Set([reference]);
    let isSame = !this.before.hasInnerIds && !this.after.hasInnerIds;
    for (const name of met) {
      if (!isSame) {
        break;
      }
      const one = this.before.resolve(name);
      const other = this.after.resolve(name);
      isSame =
        one && other
          ? this.references.get(name) ??
            this.isSame(one.json, other.json, met, 'schema')
          : !one &&
            !other &&
            this.before.nameOf(name) === this.after.nameOf(name);
    }
    for (const name of isSame ? met : [reference]) {
      this.references.set(name, isSame);
    }
    return isSame;
  }
}
