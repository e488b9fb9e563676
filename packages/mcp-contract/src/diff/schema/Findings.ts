import type { JsonValue } from '../../canonical/JsonValue';
import { compareCodeUnits } from '../../canonical/writeCanonicalJson';
import type { SchemaFinding } from './SchemaFinding';
import { isAboutText, type Side } from './schemaRules';

/** A place in one of the schemas, and what is there. */
export interface Spot {
  pointer: string;
  value?: JsonValue;
}

export interface Report {
  before?: Spot;
  after?: Spot;
  message: string;
}

/** Collects findings: one for each place and rule. */
export class Findings {
  private readonly found = new Map<string, SchemaFinding>();

  constructor(private readonly side: Side) {}

  add(name: string, { before, after, message }: Report): void {
    const rule = `${this.side}-${name}`;
    // A definition that is used twice changes once.
    const isPlaced = before !== undefined || after !== undefined;
    const key = JSON.stringify([
      rule,
      before?.pointer,
      after?.pointer,
      isPlaced ? '' : message,
    ]);
    if (this.found.has(key)) {
      return;
    }
    this.found.set(key, {
      rule,
      pointer: after?.pointer ?? before?.pointer ?? '',
      ...(before && { beforePointer: before.pointer }),
      ...(after && { afterPointer: after.pointer }),
      ...(before?.value !== undefined && { before: before.value }),
      ...(after?.value !== undefined && { after: after.value }),
      message,
    });
  }

  /** Something tells of what is allowed, not only of texts. */
  get tellOfValues(): boolean {
    return [...this.found.values()].some(({ rule }) => !isAboutText(rule));
  }

  /** By place: the same whatever the order in which members are written. */
  inOrder(): SchemaFinding[] {
    return [...this.found.values()].sort(
      (one, other) =>
        compareCodeUnits(one.pointer, other.pointer) ||
        compareCodeUnits(one.rule, other.rule) ||
        compareCodeUnits(one.message, other.message),
    );
  }
}
