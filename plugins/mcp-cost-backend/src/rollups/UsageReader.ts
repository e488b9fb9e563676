import type { Dimension } from '@mcp-portal/plugin-mcp-cost-common';

import type { CostScope } from '../access';

/** What to read of the sums. */
export interface UsageQuery {
  /** Inclusive, epoch milliseconds; on a full hour, or day unless `bucket` is `hour`. */
  fromMs: number;
  /** Exclusive. */
  toMs: number;
  /** Splits by time; without it the period is one. */
  bucket?: 'hour' | 'day' | 'month';
  /** `server-hint` tells what unattributed usage said of its server. */
  by: readonly (Dimension | 'server-hint')[];
  filters?: Partial<Record<Dimension, readonly string[]>>;
  /** Only rows with a value that has the text, in any case, or is one of `values`. */
  matching?: { text: string; values: readonly string[] };
  latency?: boolean;
  /** By cost, the highest first, unless said otherwise. */
  sort?: { by: 'cost' | 'calls' | 'errors' | 'value'; order: 'asc' | 'desc' };
  limit?: number;
  offset?: number;
}

/** Sums. Cost is exact; counts stay below 2^53. */
export interface UsageSums {
  events: number;
  calls: number;
  errors: number;
  inputTokens: number;
  cachedInputTokens: number;
  outputTokens: number;
  costNanos: bigint;
  unpricedEvents: number;
  /** How long calls took, when asked for. */
  latency?: LatencySums;
}

export interface LatencySums {
  /** Calls whose duration is known. */
  timedCalls: number;
  durationUs: number;
  /** Calls by bucket; the last one is beyond all bounds. */
  histogram: number[];
}

export interface UsageRow {
  /** Start of the bucket, epoch milliseconds. */
  atMs?: number;
  /** One for each of `by`; empty text is "none". */
  values: string[];
  sums: UsageSums;
}

/** Reads sums, always from the smallest table that can answer. */
export interface UsageReader {
  read(scope: CostScope, query: UsageQuery): Promise<UsageRow[]>;
  /** How many rows `read` would give without a limit. */
  count(scope: CostScope, query: UsageQuery): Promise<number>;
}
