import type { CostPage, Repricing } from '@mcp-portal/plugin-mcp-cost-common';
import type { Knex } from 'knex';

import type { CostScope } from '../access';
import type { PriceRow } from './priceRow';

/** The last event that was looked at. */
export interface RepricingCursor {
  attributionId: number;
  occurredAtMs: number;
  key: string;
}

/** A change of prices that stored usage has to follow. */
export interface RepricingJob {
  id: number;
  price: PriceRow;
  fromDay: number;
  /** Exclusive; missing: no end. */
  toDay?: number;
  cursor?: RepricingCursor;
}

export interface RepricingProgress {
  done: number;
  costBeforeNanos: bigint;
  costAfterNanos: bigint;
  cursor?: RepricingCursor;
}

/** Keeps what changed prices did, and how far that has come. */
export interface RepricingStore {
  /** Those of prices whose use the caller may see, the newest first. */
  list(
    scope: CostScope,
    query: { limit: number; offset: number },
  ): Promise<CostPage<Repricing>>;
  /** The newest of each price, as far as the caller may see them. */
  ofPrices(
    scope: CostScope,
    priceIds: readonly number[],
  ): Promise<Map<number, Repricing>>;
  get(scope: CostScope, id: number): Promise<Repricing | undefined>;
  /** The oldest that is not finished, as it stands now. */
  next(
    scope: CostScope,
    tx?: Knex.Transaction,
  ): Promise<RepricingJob | undefined>;
  expect(scope: CostScope, id: number, events: number): Promise<void>;
  /** Adds to what was done so far, in the transaction that did it. */
  advance(
    scope: CostScope,
    tx: Knex.Transaction,
    id: number,
    progress: RepricingProgress,
  ): Promise<void>;
  finish(scope: CostScope, tx: Knex.Transaction, id: number): Promise<void>;
  /** Counts a failure; after several in a row the repricing has failed. */
  fail(scope: CostScope, id: number, message: string): Promise<void>;
}
