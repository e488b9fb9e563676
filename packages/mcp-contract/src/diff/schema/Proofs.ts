/** Proven, and depending on nothing that is still being proved. */
const FOR_GOOD = Infinity;
const REFUTED = -1;

interface Attempt {
  key: number;
  /** How many steps into items and properties led here. */
  descents: number;
  /** Proofs found since, that depend on attempts under way. */
  firstTentative: number;
  /** The outermost attempt under way that this one took for granted. */
  relyingOn: number;
}

/**
 * Keeps proofs, and ends those that go in circles. Schemas may be recursive: a
 * tree is within another if its nodes are, given that their children are. To
 * take for granted what is under way is sound when a step into the value lies
 * between, because values are finite. Without one it is no proof.
 */
export class Proofs {
  private readonly results = new Map<number, number>();
  private readonly underWay = new Map<number, number>();
  private readonly attempts: Attempt[] = [];
  private readonly tentative: number[] = [];
  private descents = 0;

  descend<T>(run: () => T): T {
    this.descents += 1;
    const result = run();
    this.descents -= 1;
    return result;
  }

  prove(
    one: number,
    other: number,
    strict: boolean,
    attempt: () => boolean,
  ): boolean {
    const key = (one * 2 ** 25 + other) * 2 + (strict ? 1 : 0);
    const known = this.results.get(key);
    if (known !== undefined) {
      this.relyOn(known);
      return known !== REFUTED;
    }
    const position = this.underWay.get(key);
    if (position !== undefined) {
      const isGuarded = this.descents > this.attempts[position].descents;
      this.relyOn(isGuarded ? position : FOR_GOOD);
      return isGuarded;
    }
    return this.start(key, attempt);
  }

  private start(key: number, attempt: () => boolean): boolean {
    const position = this.attempts.length;
    const current: Attempt = {
      key,
      descents: this.descents,
      firstTentative: this.tentative.length,
      relyingOn: FOR_GOOD,
    };
    this.attempts.push(current);
    this.underWay.set(key, position);
    const isProven = attempt();
    this.attempts.pop();
    this.underWay.delete(key);
    this.settle(current, position, isProven);
    return isProven;
  }

  private settle(current: Attempt, position: number, isProven: boolean): void {
    const { key, firstTentative, relyingOn } = current;
    if (!isProven) {
      // What took this for granted is no longer proven.
      for (const dropped of this.tentative.splice(firstTentative)) {
        this.results.delete(dropped);
      }
      this.results.set(key, REFUTED);
      return;
    }
    if (relyingOn >= position) {
      for (const settled of this.tentative.splice(firstTentative)) {
        this.results.set(settled, FOR_GOOD);
      }
      this.results.set(key, FOR_GOOD);
      return;
    }
    this.tentative.push(key);
    this.results.set(key, relyingOn);
    this.relyOn(relyingOn);
  }

  private relyOn(position: number): void {
    const current = this.attempts[this.attempts.length - 1];
    if (current && position !== REFUTED && position < current.relyingOn) {
      current.relyingOn = position;
    }
  }
}
