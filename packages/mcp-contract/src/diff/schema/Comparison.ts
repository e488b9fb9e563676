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
  private readonly visited = new Map<string, Pair>();
  private underWay = 0;

  constructor(
    readonly prover: Prover,
    readonly side: Side,
    private readonly findings: Findings,
  ) {}

  /**
   * Compares two whole schemas. What makes nobody worse off need not be
   * explained, but that there is something is said all the same.
   */
  compareWhole(before: State, after: State): void {
    this.compare(before, after, '');
    const { prover, side, findings } = this;
    if (findings.tellOfValues) {
      return;
    }
    const isSame =
      prover.includes(before, after, false) &&
      prover.includes(after, before, false);
    if (!isSame) {
      findings.add(side === 'input' ? 'loosened' : 'tightened', {
        before: { pointer: '' },
        after: { pointer: '' },
        message:
          side === 'input'
            ? 'The input may now have values that it could not have.'
            : 'The output no longer has some values that it could have.',
      });
    }
  }

  /** Compares what both say of the value at a path; returns what was found. */
  compare(
    before: State,
    after: State,
    path: string,
    wanted: Effects = BOTH,
  ): boolean | Pair {
    if (this.isSame(before, after)) {
      return false;
    }
    const { prover } = this;
    const key = `${before.meaning} ${after.meaning} ${wanted.narrowed} ${wanted.widened}`;
    const pair = new Pair(
      before,
      after,
      path,
      {
        narrowed: wanted.narrowed && !prover.includes(before, after, false),
        widened: wanted.widened && !prover.includes(after, before, false),
      },
      this.side,
      this.underWay,
      this.findings,
    );
    compareTexts(pair);
    const known = this.visited.get(key);
    if (known) {
      return known.found;
    }
    this.visited.set(key, pair);
    prover.space.budget.spend(2);
    this.underWay += 1;
    prover.space.budget.deeper(() => this.compareParts(pair));
    this.underWay -= 1;
    if (pair.isUnexplained) {
      pair.report('undecided', 'changed', {
        ...pair.places,
        message: `${pair.subject} changed in a way that can not be decided.`,
      });
    }
    pair.isDone = true;
    return pair.found;
  }

  /** As `compare`, for a part of a pair. */
  compareInside(
    pair: Pair,
    before: State,
    after: State,
    path: string,
    wanted: Effects = BOTH,
  ): void {
    pair.take(this.compare(before, after, path, wanted));
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
