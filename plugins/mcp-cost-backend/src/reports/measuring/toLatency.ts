import {
  LATENCY_BOUNDS_MS,
  type Latency,
} from '@mcp-portal/plugin-mcp-cost-common';

import type { UsageSums } from '../../rollups';

/**
 * How long calls took. Undefined when that is known of none.
 *
 * A percentile is interpolated within its bucket, as if the bucket's calls were
 * spread evenly; beyond the last bound it is that bound.
 */
export function toLatency(
  sums: Pick<UsageSums, 'latency'>,
): Latency | undefined {
  if (!sums.latency || sums.latency.timedCalls <= 0) {
    return undefined;
  }
  const { histogram, timedCalls, durationUs } = sums.latency;
  return {
    count: timedCalls,
    p50Ms: percentile(histogram, 0.5),
    p95Ms: percentile(histogram, 0.95),
    p99Ms: percentile(histogram, 0.99),
    meanMs: durationUs / timedCalls / 1_000,
    histogram,
  };
}

function percentile(histogram: readonly number[], part: number): number {
  const wanted = part * histogram.reduce((sum, calls) => sum + calls, 0);
  let below = 0;
  for (const [bucket, bound] of LATENCY_BOUNDS_MS.entries()) {
    const calls = histogram[bucket];
    if (calls > 0 && below + calls >= wanted) {
      const lower = LATENCY_BOUNDS_MS[bucket - 1] ?? 0;
      return lower + ((wanted - below) / calls) * (bound - lower);
    }
    below += calls;
  }
  return LATENCY_BOUNDS_MS[LATENCY_BOUNDS_MS.length - 1];
}
