import type { JsonValue } from '../../canonical/JsonValue';
import { isContradictory } from './contradictions';
import { casesBeside } from './described';
import type { Condition, Element } from './elements';
import { Evaluator } from './Evaluator';
import { equalJson } from './equalJson';
import { OBJECT, singleTypes } from './jsonTypes';
import { Proofs } from './Proofs';
import { proveCombined } from './proveCombined';
import { proveCore } from './proveCore';
import { SameText } from './sameText';
import type { State } from './State';
import type { StateSpace } from './StateSpace';

/** A proof by more cases than this is not tried. */
export const MAX_CASES = 256;
/** Longer lists of values are compared as lists only. */
const MAX_VALUES = 50_000;
const MAX_COMPARED = 100;
/** In the place of a state's id: what nothing is in. */
const NOTHING = 0;

/**
 * Proves that whatever is valid in one state is valid in another. What it
 * proves is so; what it can't prove may be so all the same.
 *
 * Loosely (not `strict`), a property that nothing describes does not come: an
 * open object lets it pass, but nobody may rely on that. Wherever a state is
 * ruled out instead of asked for, under `not` and the like, only strict proofs
 * will do.
 */
export class Prover {
  readonly evaluator: Evaluator;
  private readonly proofs: Proofs;
  private readonly valueLists = new Map<
    State,
    readonly JsonValue[] | undefined
  >();

  constructor(readonly space: StateSpace, readonly sameText: SameText) {
    this.evaluator = new Evaluator(space);
    this.proofs = new Proofs();
  }

  /** For places further in: an item, a property's value. */
  includesInner(one: State, other: State, strict: boolean): boolean {
    return this.proofs.descend(() => this.includes(one, other, strict));
  }

  /** True when everything in the first is certainly in the second. */
  includes(one: State, other: State, strict: boolean): boolean {
    if (one.meaning === other.meaning || other.elements.length === 0) {
      return true;
    }
    return this.proofs.prove(one.meaning, other.meaning, strict, () => {
      this.space.budget.spend(1 + (other.elements.length >> 2));
      return this.space.budget.deeper(() => this.prove(one, other, strict));
    });
  }

  private prove(one: State, other: State, strict: boolean): boolean {
    return (
      this.saysTheSame(one, other) ||
      this.provesEach(one, other, strict) ||
      this.isEmpty(one) ||
      this.provesByCases(one, other, strict)
    );
  }

  /** The same without looking at cases, for whatever may come. */
  includesPlainly(one: State, other: State): boolean {
    return this.saysTheSame(one, other) || this.provesEach(one, other, true);
  }

  /** All that the second says is, word for word, in the first. */
  private saysTheSame(one: State, other: State): boolean {
    return (
      other.whole &&
      other.origins.length <= 8 &&
      other.origins.every(theirs =>
        one.origins.some(ours => this.sameText.of(ours, theirs)),
      )
    );
  }

  private provesEach(one: State, other: State, strict: boolean): boolean {
    const { types, isPlain } = one.view;
    if (isPlain && (types & ~other.view.types) !== 0) {
      return false;
    }
    return other.elements.every(element =>
      this.provesElement(one, element, strict),
    );
  }

  /** One of the things that the second state says. */
  provesElement(one: State, element: Element, strict: boolean): boolean {
    if (one.view.has(element)) {
      return true;
    }
    const values = this.valuesOf(one);
    if (
      values?.every(value => this.evaluator.satisfies(element, value) === true)
    ) {
      return true;
    }
    // Who lists values describes all that is in them.
    const isStrict = strict || one.view.listsComposed;
    return element.kind === 'core'
      ? proveCore(this, one, element, isStrict)
      : proveCombined(this, one, element, isStrict);
  }

  /** Every case of the first state in the second. */
  private provesByCases(one: State, other: State, strict: boolean): boolean {
    const cases = this.casesOf(one, other, strict);
    return (
      cases.length > 1 &&
      cases[0].cases <= MAX_CASES &&
      cases.every(single => this.includes(single, other, strict))
    );
  }

  private casesOf(one: State, other: State, strict: boolean): readonly State[] {
    const { unions, conditions, types } = one.view;
    if (unions.length > 0) {
      return this.space.casesOf(one, unions[0]);
    }
    if (conditions.length > 0) {
      return this.casesOfCondition(one, conditions[0]);
    }
    const beside = strict ? [] : casesBeside(this, one);
    if (beside.length > 0) {
      return beside;
    }
    const single = singleTypes(types);
    const hasBranches = other.view.unions.length > 0;
    return hasBranches && single.length > 1
      ? single.map(type => this.space.withTypes(one, type, single.length))
      : [];
  }

  casesOfCondition(one: State, condition: Condition): State[] {
    return [
      this.assume(one, condition, true),
      this.assume(one, condition, false),
    ];
  }

  /** The case in which a condition of the state holds, or does not. */
  assume(one: State, condition: Condition, holds: boolean): State {
    const { schema, then, else: otherwise, negated } = condition;
    return holds
      ? this.space.replace(one, condition, then ? [schema, then] : [schema], {
          cases: 2,
        })
      : this.space.replace(one, condition, otherwise ? [otherwise] : [], {
          cases: 2,
          also: negated,
        });
  }

  /**
   * True when certainly nothing is valid. A value that would have to go on
   * without end, as a required child of the same kind, is none.
   */
  isEmpty(state: State): boolean {
    return (
      state.elements.length > 0 &&
      this.proofs.prove(state.meaning, NOTHING, false, () => {
        this.space.budget.spend();
        return this.space.budget.deeper(() => isContradictory(this, state));
      })
    );
  }

  /** For places further in. */
  isEmptyInside(state: State): boolean {
    return this.proofs.descend(() => this.isEmpty(state));
  }

  /** True when certainly nothing is valid in both. */
  areDisjoint(one: State, other: State): boolean {
    return (
      this.differInValue(one, other) ||
      this.isEmpty(this.space.meet(one, other))
    );
  }

  /** In a hurry: a property with other values, as alternatives often have. */
  private differInValue(one: State, other: State): boolean {
    const [ours, theirs] = [one.view.objects, other.view.objects];
    if (one.view.types !== OBJECT && other.view.types !== OBJECT) {
      return false;
    }
    for (const name of ours.required) {
      if (theirs.listed.has(name)) {
        const values = this.valuesOf(ours.property(name).state);
        const others = this.valuesOf(theirs.property(name).state);
        if (
          values &&
          others &&
          values.length * others.length <= MAX_COMPARED &&
          !values.some(value => others.some(same => equalJson(value, same)))
        ) {
          return true;
        }
      }
    }
    return false;
  }

  /** True when the same is certainly valid in both. */
  areEqual(one: State, other: State): boolean {
    return this.includes(one, other, true) && this.includes(other, one, true);
  }

  /** All values of a state that has few; undefined when there may be more. */
  valuesOf(state: State): readonly JsonValue[] | undefined {
    if (!this.valueLists.has(state)) {
      // Until it is known, there may be more.
      this.valueLists.set(state, undefined);
      this.valueLists.set(state, this.findValues(state));
    }
    return this.valueLists.get(state);
  }

  private findValues(state: State): readonly JsonValue[] | undefined {
    const { candidates } = state.view;
    if (!candidates || candidates.length > MAX_VALUES) {
      return undefined;
    }
    this.space.budget.spend(candidates.length >> 1);
    return candidates.filter(value =>
      state.elements.every(
        element => this.evaluator.satisfies(element, value) !== false,
      ),
    );
  }
}
