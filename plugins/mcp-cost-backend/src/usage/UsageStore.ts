import type { CostScope } from '../access';
import type { BatchSource, PricedUsage } from './UsageEntry';

export interface NewBatch {
  source: BatchSource;
  /** A key's id, a person's ref, or a task. */
  receivedFrom: string;
  receivedAtMs: number;
  /** Of the price book that priced the entries. */
  priceVersion: number;
  entries: readonly PricedUsage[];
  /** Stored, but not counted until the import takes effect. */
  importId?: string;
}

export interface AppendResult {
  stored: number;
  /** Known already under the same key and an equal or higher revision. */
  duplicates: number;
}

/**
 * Keeps usage events. What `append` has answered is committed; it is in the sums
 * once it was rolled up.
 */
export interface UsageStore {
  /**
   * Stores a batch, all of it or nothing. The same key counts once, whoever
   * sends it, also at the same time from two replicas; a higher revision takes
   * the place of what it corrects.
   *
   * @throws StalePricesError when the price book has changed: price anew, try again
   */
  append(scope: CostScope, batch: NewBatch): Promise<AppendResult>;
}

/** That entries were priced with prices that no longer hold. */
export class StalePricesError extends Error {
  readonly name = 'StalePricesError';
}
