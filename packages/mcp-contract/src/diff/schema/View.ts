import type { JsonValue } from '../../canonical/JsonValue';
import { findCandidates, findTypes } from './allowed';
import { ArrayView } from './ArrayView';
import {
  type Beside,
  type Bound,
  type Condition,
  Core,
  type CountKeyword,
  type Dependent,
  type Element,
  type Not,
  type Opaque,
  type Reach,
  type Union,
} from './elements';
import type { Ratio } from './exactNumbers';
import { ALL_TYPES, FRACTION, NUMBER, OBJECT } from './jsonTypes';
import { findLimits, type Limits, type Said } from './limits';
import { ObjectView } from './ObjectView';
import { emptyReach, listsComposed } from './reach';
import type { State } from './State';
import type { StateSpace } from './StateSpace';

/** What the elements of a state say together. */
export class View {
  readonly cores: Core[] = [];
  readonly unions: Union[] = [];
  readonly conditions: Condition[] = [];
  readonly nots: Not[] = [];
  readonly dependents: Dependent[] = [];
  readonly opaques: Opaque[] = [];
  readonly presences: string[] = [];
  readonly besides: Beside[] = [];
  readonly objects: ObjectView;
  readonly arrays: ArrayView;

  /** Types of the case that it is, if it is one. */
  caseTypes = ALL_TYPES;
  private knownTypes: number | undefined;
  private knownCandidates:
    | { values: readonly JsonValue[] | undefined }
    | undefined;
  private knownReach: Reach | undefined;
  private knownComposed: boolean | undefined;
  private knownLimits: Limits | undefined;
  private elementSet: ReadonlySet<Element> | undefined;
  private isBusy = false;

  constructor(readonly state: State, private readonly space: StateSpace) {
    for (const element of state.elements) {
      this.sort(element);
    }
    this.objects = new ObjectView(this, space);
    this.arrays = new ArrayView(this, space);
  }

  private sort(element: Element): void {
    switch (element.kind) {
      case 'core':
        this.cores.push(element);
        break;
      case 'union':
        this.unions.push(element);
        break;
      case 'condition':
        this.conditions.push(element);
        break;
      case 'not':
        this.nots.push(element);
        break;
      case 'dependent':
        this.dependents.push(element);
        break;
      case 'opaque':
        this.opaques.push(element);
        break;
      case 'beside':
        this.besides.push(element);
        break;
      case 'types':
        this.caseTypes &= element.types;
        break;
      default:
        this.caseTypes &= OBJECT;
        this.presences.push(element.name);
    }
  }

  /** It says no more than its cores do. */
  get isPlain(): boolean {
    return (
      this.cores.length + this.besides.length === this.state.elements.length
    );
  }

  /** Types that values may have; others they certainly have not. */
  get types(): number {
    if (this.knownTypes !== undefined) {
      return this.knownTypes;
    }
    if (this.isBusy) {
      return ALL_TYPES;
    }
    this.isBusy = true;
    this.knownTypes = this.space.budget.deeper(() =>
      findTypes(this, this.space),
    );
    this.isBusy = false;
    return this.knownTypes;
  }

  /** All values that may be in it, and some that are not; undefined: no list. */
  get candidates(): readonly JsonValue[] | undefined {
    if (!this.knownCandidates) {
      if (this.isBusy) {
        return undefined;
      }
      const { types } = this;
      this.isBusy = true;
      this.knownCandidates = {
        values: this.space.budget.deeper(() =>
          findCandidates(this, this.space, types),
        ),
      };
      this.isBusy = false;
    }
    return this.knownCandidates.values;
  }

  /** The tightest lower bound. */
  get low(): Said<Bound> | undefined {
    return this.limits.low;
  }

  /** The tightest upper bound. */
  get high(): Said<Bound> | undefined {
    return this.limits.high;
  }

  /** As the bound acts where only integers are allowed. */
  effective(
    end: 'low' | 'high',
  ): { value: number; exclusive: boolean } | undefined {
    const bound = this[end]?.value;
    if (!bound || (this.types & NUMBER & FRACTION) !== 0) {
      return bound;
    }
    const { value, exclusive } = bound;
    if (end === 'low') {
      return {
        value: exclusive ? Math.floor(value) + 1 : Math.ceil(value),
        exclusive: false,
      };
    }
    return {
      value: exclusive ? Math.ceil(value) - 1 : Math.floor(value),
      exclusive: false,
    };
  }

  /** What all numbers are a multiple of. */
  get step(): Ratio | undefined {
    return this.limits.step;
  }

  /** The tightest count of that keyword. */
  count(keyword: CountKeyword): Said<number> | undefined {
    return this.limits.counts[keyword];
  }

  /** Patterns that texts must match. */
  get textPatterns(): ReadonlyMap<string, Core> {
    return this.limits.patterns;
  }

  /** Formats that texts must have. */
  get formats(): ReadonlyMap<string, Core> {
    return this.limits.formats;
  }

  private get limits(): Limits {
    this.knownLimits ??= findLimits(this.cores);
    return this.knownLimits;
  }

  /** That very element is part of the state. */
  has(element: Element): boolean {
    this.elementSet ??= new Set(this.state.elements);
    return this.elementSet.has(element);
  }

  /** It lists objects or arrays as values: see `listsComposed`. */
  get listsComposed(): boolean {
    this.knownComposed ??= this.cores.some(listsComposed);
    return this.knownComposed;
  }

  /** What something other than a core may describe. */
  get reach(): Reach {
    if (!this.knownReach) {
      this.knownReach = emptyReach();
      for (const element of this.state.elements) {
        if (element.kind !== 'core' && element.kind !== 'beside') {
          this.space.closures.reaches.add(element, this.knownReach);
        }
      }
    }
    return this.knownReach;
  }
}
