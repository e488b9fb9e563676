import type { Nanos } from '../money';

/**
 * What is counted and summed of usage events.
 * @public
 */
export interface Measures {
  events: number;
  /** Tool calls and model calls. */
  calls: number;
  errors: number;
  /** Without what came from a cache. */
  inputTokens: number;
  cachedInputTokens: number;
  outputTokens: number;
  costNanos: Nanos;
  /** Events without a price: their cost is unknown, not zero. */
  unpricedEvents: number;
}

/**
 * How long calls took, from a histogram.
 * @public
 */
export interface Latency {
  /** Calls whose duration is known. */
  count: number;
  /** Upper bounds of the buckets that hold the percentile, interpolated. */
  p50Ms: number;
  p95Ms: number;
  p99Ms: number;
  meanMs: number;
  /** Calls in each bucket of {@link LATENCY_BOUNDS_MS}; the last one is beyond. */
  histogram: number[];
}

/** Upper bounds of the latency buckets, in milliseconds. @public */
export const LATENCY_BOUNDS_MS: readonly number[] = [
  5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 30_000, 60_000,
];
