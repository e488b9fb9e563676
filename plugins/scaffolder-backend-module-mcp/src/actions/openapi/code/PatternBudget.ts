import { createContext, Script } from 'node:vm';

/** Of one project; what no good pattern comes near. */
const BUDGET_MS = 500;
const MAX_MS = 100;

const SCRIPT = new Script('new RegExp(pattern, flags).test(text)');

/**
 * Matches patterns of documents that anybody may paste. Some patterns take the
 * process for years to match a short text; only a script can be interrupted.
 */
export class PatternBudget {
  #leftMs = BUDGET_MS;
  readonly #variables: { pattern?: string; flags?: string; text?: string } =
    createContext(Object.create(null));

  /** @returns false too when nobody can tell in time */
  test(pattern: string, flags: string, text: string): boolean {
    if (this.#leftMs <= 0) {
      return false;
    }
    const begin = performance.now();
    Object.assign(this.#variables, { pattern, flags, text });
    try {
      return SCRIPT.runInContext(this.#variables, { timeout: MAX_MS });
    } catch {
      this.#leftMs -= performance.now() - begin;
      return false;
    }
  }
}
