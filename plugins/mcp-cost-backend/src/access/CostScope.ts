/**
 * What a caller may see and change. Every store method takes one first, and
 * turns it into SQL; only `access/` makes them. Refs are complete and in lower
 * case.
 */
export interface CostScope {
  /** Teams whose usage may be read, whatever it is of. */
  readonly teams: 'all' | readonly string[];
  /**
   * Servers whose use may be read, whoever pays: those that the caller's teams
   * own. People and private agents of other teams are not told.
   */
  readonly servers: readonly string[];
  /** Teams that the caller belongs to: may make their keys, ask for more budget. */
  readonly memberOf: 'all' | readonly string[];
  /** Teams below the caller's own: may set their budgets and decide. */
  readonly manages: 'all' | readonly string[];
  /** Prices, bills. */
  readonly mayPrice: boolean;
  /** Keys of any team, and keys that report for several. */
  readonly mayDelegate: boolean;
  /** Who it is, for what is written down. */
  readonly actor: string;
}
