import type { Knex } from 'knex';

/**
 * Writes the sums. They are, at the end of every transaction, exactly those of
 * the counted events of rolled batches.
 */
export interface RollupWriter {
  /**
   * Does something in a transaction while no one else, on any replica, writes
   * sums.
   */
  inTurn<T>(work: (tx: Knex.Transaction) => Promise<T>): Promise<T>;

  /**
   * Adds counted events to the sums of all tables, or takes them away. To change
   * events that are in the sums: take them away, change them, add them.
   *
   * @param events - narrows a query on `usage_events`, aliased `e`
   * @param sign - 1 to add, -1 to take away
   */
  add(
    tx: Knex.Transaction,
    events: (query: Knex.QueryBuilder) => void,
    sign: 1 | -1,
  ): Promise<void>;
}

/** Rolls up what was stored; runs soon after `wake`, and on a schedule. */
export interface RollupRunner {
  /** Says that there is something to roll up. Returns at once. */
  wake(): void;
  /** Rolls up all that is pending, and returns when it is done. */
  catchUp(): Promise<void>;
}
