import { compareArrays } from './compareArrays';
import { compareBranches, findOtherUnions } from './compareBranches';
import { compareCombined } from './compareCombined';
import { compareObjects } from './compareObjects';
import { compareScalars } from './compareScalars';
import { compareTexts } from './compareTexts';
import { compareTypes } from './compareTypes';
import { compareValues } from './compareValues';
import type { Findings } from './Findings';
import { ARRAY, NUMBER, OBJECT, STRING } from './jsonTypes';
import { type Effects, Pair } from './Pair';
import type { Prover } from './Prover';
import type { Side } from './schemaRules';
import type { State } from './State';

const BOTH: Effects = { narrowed: true, widened: true };

/**
 * Walks two schemas side by side and says what changed where. What changed at
 * all is for the prover to say: nothing is reported where it proves that
 * everything is still allowed, and where it can't and nothing was found to
 * explain it, that is reported.
 */
export class Comparison {
  /** Whether something at risk was found, by pair. */
  private readonly visited = new Map<string, boolean>();

  constructor(
    readonly prover: Prover,
    readonly side: Side,
    private readonly findings: Findings,
  ) {}

  /** Compares what both say of the value at a path; returns the evidence. */
  compare(
    before: State,
    after: State,
    path: string,
    wanted: Effects = BOTH,
  ): boolean {
    if (this.isSame(before, after)) {
      return false;
    }
    const { prover } = this;
    const key = `${before.meaning} ${after.meaning} ${wanted.narrowed} ${wanted.widened}`;
    const known = this.visited.get(key);
    // Whoever comes here again in circles finds what is being found.
    this.visited.set(key, known ?? true);
    const pair = new Pair(
      before,
      after,
      path,
      {
        narrowed: wanted.narrowed && !prover.includes(before, after, false),
        widened: wanted.widened && !prover.includes(after, before, false),
      },
      this.side,
      this.findings,
    );
    compareTexts(pair);
    if (known !== undefined) {
      return known;
    }
    prover.space.budget.spend(2);
    prover.space.budget.deeper(() => this.compareParts(pair));
    if (pair.isAtRisk && pair.evidence === 0) {
      pair.report('undecided', 'changed', {
        ...pair.places,
        message: `${pair.subject} changed in a way that can not be decided.`,
      });
    }
    this.visited.set(key, pair.evidence > 0);
    return pair.evidence > 0;
  }

  /** As `compare`, for a part of a pair. */
  compareInside(
    pair: Pair,
    before: State,
    after: State,
    path: string,
    wanted: Effects = BOTH,
  ): void {
    if (this.compare(before, after, path, wanted)) {
      pair.evidence += 1;
    }
  }

  private isSame(before: State, after: State): boolean {
    return (
      before === after ||
      (before.whole &&
        after.whole &&
        before.origins.length === after.origins.length &&
        before.origins.every((origin, index) =>
          this.prover.sameText.of(origin, after.origins[index]),
        ))
    );
  }

  private compareParts(pair: Pair): void {
    const { narrowed, widened } = pair.effects;
    if ((narrowed || widened) && compareExistence(this, pair)) {
      return;
    }
    const listsValues = compareValues(this, pair);
    const common = compareTypes(pair, listsValues);
    const unions = findOtherUnions(this, pair);
    const pairs = compareBranches(this, pair, unions, { listsValues });
    if (!listsValues && pairs === 0) {
      this.compareConstraints(pair, common);
    }
    compareCombined(this, pair);
  }

  private compareConstraints(pair: Pair, types: number): void {
    if ((types & (NUMBER | STRING)) !== 0) {
      compareScalars(pair, types);
    }
    if ((types & ARRAY) !== 0) {
      compareArrays(this, pair);
    }
    if ((types & OBJECT) !== 0) {
      compareObjects(this, pair);
    }
  }
}

/** True when only one of them allows anything. */
function compareExistence({ prover }: Comparison, pair: Pair): boolean {
  const { before, after, places } = pair;
  const wasNothing = prover.isEmpty(before);
  const isNothing = prover.isEmpty(after);
  if (isNothing && !wasNothing) {
    pair.report('nothing-allowed', 'narrowed', {
      ...places,
      message: `${pair.subject} no longer allows any value.`,
    });
  }
  if (wasNothing && !isNothing) {
    pair.report('something-allowed', 'widened', {
      ...places,
      message: `${pair.subject} now allows values; it allowed none.`,
    });
  }
  return wasNothing || isNothing;
}
