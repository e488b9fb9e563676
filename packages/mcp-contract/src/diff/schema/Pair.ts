import type { JsonValue } from '../../canonical/JsonValue';
import type { Core } from './elements';
import type { Findings, Report, Spot } from './Findings';
import type { Effect, Side } from './schemaRules';
import type { SchemaNode } from './SchemaDocument';
import type { State } from './State';
import { subject } from './wording';

/** Which changes of what is allowed there are to be found. */
export interface Effects {
  narrowed: boolean;
  widened: boolean;
}

/** Something in both schemas that is compared: a value, and its children. */
export class Pair {
  /** How often something was found that may break someone. */
  evidence = 0;
  /** The outermost pair under way that leads back to itself through this one. */
  leansOn: Pair | undefined;
  isDone = false;

  constructor(
    readonly before: State,
    readonly after: State,
    /** Where it is in a value; empty for the value itself. */
    readonly path: string,
    readonly effects: Effects,
    readonly side: Side,
    /** How many pairs were under way when this one was met. */
    private readonly depth: number,
    private readonly findings: Findings,
  ) {}

  /**
   * What was found that may break someone: something, nothing, or whatever
   * that pair, which is under way, will have found.
   */
  get found(): boolean | Pair {
    if (this.evidence > 0) {
      return true;
    }
    return this.isDone ? this.leansOn?.found ?? false : this.isAtRisk && this;
  }

  /** Takes over what was found in a part. */
  take(found: boolean | Pair): void {
    if (found === true) {
      this.evidence += 1;
    } else if (found && found !== this) {
      this.leansOn =
        this.leansOn && this.leansOn.depth < found.depth ? this.leansOn : found;
    }
  }

  /** At risk, and neither explained nor part of what is being explained. */
  get isUnexplained(): boolean {
    return this.isAtRisk && this.evidence === 0 && !this.leansOn;
  }

  get subject(): string {
    return subject(this.path, this.side);
  }

  /** The same, but not at the start of a sentence. */
  get object(): string {
    return this.path ? this.subject : `the ${this.side}`;
  }

  /** Whether that direction is the one that breaks someone. */
  isUnsafe(effect: 'narrowed' | 'widened'): boolean {
    return (effect === 'narrowed') === (this.side === 'input');
  }

  /** Something may break someone, and has to be explained. */
  get isAtRisk(): boolean {
    return this.side === 'input' ? this.effects.narrowed : this.effects.widened;
  }

  /** Reports a change, unless it is proven that it has no such effect. */
  report(name: string, effect: Effect, report: Report): void {
    if (effect === 'changed' ? this.isAtRisk : this.effects[effect]) {
      this.findings.add(name, report);
      if (effect === 'changed' || this.isUnsafe(effect)) {
        this.evidence += 1;
      }
    }
  }

  /** Reports a change that has no effect on what is allowed. */
  mention(name: string, report: Report): void {
    this.findings.add(name, report);
  }

  /** The schema itself. */
  get places(): { before: Spot; after: Spot } {
    return {
      before: { pointer: placeOf(this.before) },
      after: { pointer: placeOf(this.after) },
    };
  }
}

function placeOf({ origins }: State): string {
  return origins[0]?.pointer ?? '';
}

/** A keyword of a schema, with its value. */
export function spotOf(
  node: SchemaNode,
  keyword: string,
  value?: JsonValue,
): Spot {
  return {
    pointer: node.pointerTo(keyword),
    value: value ?? valueOf(node, keyword),
  };
}

function valueOf(node: SchemaNode, keyword: string): JsonValue | undefined {
  return typeof node.json === 'boolean' ? undefined : node.json[keyword];
}

/** The keyword of the first core that has it. */
export function spotIn(
  state: State,
  keyword: string,
  has: (core: Core) => unknown,
): Spot | undefined {
  const core = state.view.cores.find(has);
  return core && spotOf(core.node, keyword);
}
