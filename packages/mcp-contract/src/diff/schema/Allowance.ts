import { Budget } from './Budget';

/** Real schemas take a few hundred. */
const MAX_STEPS = 300_000;
const MAX_LEVELS = 400;
const MAX_STEPS_TOGETHER = 1_500_000;

/**
 * What the schemas of one contract may cost: each by itself, and all together,
 * since who sends one hostile schema may send a thousand.
 */
export class Allowance {
  private left = MAX_STEPS_TOGETHER;

  /** Runs one comparison with a budget of its own. */
  take<T>(compare: (budget: Budget) => T): T {
    const budget = new Budget(Math.min(MAX_STEPS, this.left), MAX_LEVELS);
    const result = compare(budget);
    this.left = Math.max(0, this.left - budget.steps);
    return result;
  }
}
