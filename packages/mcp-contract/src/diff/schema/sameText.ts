import {
  getOwn,
  isJsonObject,
  type JsonValue,
} from '../../canonical/JsonValue';
import type { Budget } from './Budget';
import type { SchemaDocument, SchemaNode } from './SchemaDocument';

const REFERENCE_KEYWORDS = ['$ref', '$dynamicRef', '$recursiveRef'];
/** Nested deeper, schemas are compared by what they say instead. */
const MAX_LEVELS = 250;

/**
 * Tells in a hurry that two schemas are the same, as text, with all that they
 * refer to. Most parts of most schemas are.
 */
export class SameText {
  private readonly references = new Map<string, boolean>();

  constructor(
    private readonly before: SchemaDocument,
    private readonly after: SchemaDocument,
    private readonly budget: Budget,
  ) {}

  of(one: SchemaNode, other: SchemaNode): boolean {
    if (one === other) {
      return true;
    }
    if (one.document === other.document) {
      return this.isSame(one.json, other.json, new Set(), 0);
    }
    return (
      this.before.dialect === this.after.dialect &&
      this.parts(one.json, other.json)
    );
  }

  /** As above, for a part of a schema in each document. */
  parts(one: JsonValue | undefined, other: JsonValue | undefined): boolean {
    const references = new Set<string>();
    return (
      this.isSame(one, other, references, 0) &&
      [...references].every(reference => this.isSameTarget(reference))
    );
  }

  private isSame(
    one: JsonValue | undefined,
    other: JsonValue | undefined,
    references: Set<string>,
    level: number,
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
        one.every((item, index) =>
          this.isSame(item, other[index], references, level + 1),
        )
      );
    }
    if (!isJsonObject(one) || !isJsonObject(other)) {
      return false;
    }
    const keys = Object.keys(one);
    if (keys.length !== Object.keys(other).length) {
      return false;
    }
    for (const keyword of REFERENCE_KEYWORDS) {
      const reference = getOwn(one, keyword);
      if (typeof reference === 'string') {
        references.add(reference);
      }
    }
    return keys.every(key => {
      const member = getOwn(other, key);
      return (
        member !== undefined &&
        this.isSame(one[key], member, references, level + 1)
      );
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
            this.isSame(one.json, other.json, met, 0)
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
