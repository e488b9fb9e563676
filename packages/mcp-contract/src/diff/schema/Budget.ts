/** A comparison took more steps than any real schema needs. */
export class TooComplexError extends Error {
  constructor() {
    super('The schemas are too complex to compare');
    this.name = 'TooComplexError';
  }
}

/**
 * Hostile schemas can make a comparison take exponential time or go deeper
 * than the stack, through references more so than through nesting. Steps and
 * levels are counted, since a clock would give other findings on a slow day.
 */
export class Budget {
  private level = 0;
  private spent = 0;

  constructor(
    private readonly maxSteps: number,
    private readonly maxLevels: number,
  ) {}

  /** Steps taken so far. */
  get steps(): number {
    return this.spent;
  }

  spend(steps = 1): void {
    this.spent += steps;
    if (this.spent > this.maxSteps) {
      throw new TooComplexError();
    }
  }

  /** Runs something one level further in. */
  deeper<T>(run: () => T): T {
    this.enter();
    const result = run();
    this.leave();
    return result;
  }

  enter(): void {
    this.level += 1;
    if (this.level > this.maxLevels) {
      throw new TooComplexError();
    }
  }

  leave(): void {
    this.level -= 1;
  }
}
