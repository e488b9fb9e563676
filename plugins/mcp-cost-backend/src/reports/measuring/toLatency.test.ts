import { LATENCY_BOUNDS_MS } from '@mcp-portal/plugin-mcp-cost-common';
import fc from 'fast-check';

import { toLatency } from './toLatency';

const sums = (histogram: number[], durationUs = 0) => ({
  latency: {
    timedCalls: histogram.reduce((sum, calls) => sum + calls, 0),
    durationUs,
    histogram,
  },
});

const histogram = (calls: Record<number, number>) =>
  Array.from({ length: 14 }, (_, bucket) => calls[bucket] ?? 0);

describe('toLatency', () => {
  it('knows nothing of calls whose duration nobody told', () => {
    expect(toLatency(sums(histogram({})))).toBeUndefined();
    expect(toLatency({})).toBeUndefined();
  });

  it('interpolates within the bucket', () => {
    // 100 calls between 50 and 100 ms.
    expect(toLatency(sums(histogram({ 4: 100 }), 7_000_000))).toMatchObject({
      count: 100,
      p50Ms: 75,
      p95Ms: 97.5,
      p99Ms: 99.5,
      meanMs: 70,
    });
  });

  it('starts the first bucket at nothing, and ends the last one at its bound', () => {
    expect(toLatency(sums(histogram({ 0: 10 })))?.p50Ms).toBe(2.5);
    expect(toLatency(sums(histogram({ 13: 10 })))).toMatchObject({
      p50Ms: 60_000,
      p99Ms: 60_000,
    });
  });

  it('is in the bucket of the true percentile, and grows with the percentile', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 59_999 }), { minLength: 1 }),
        durations => {
          const buckets = histogram({});
          for (const ms of durations) {
            buckets[LATENCY_BOUNDS_MS.filter(bound => bound < ms).length] += 1;
          }
          const latency = toLatency(sums(buckets))!;
          const ordered = [...durations].sort((a, b) => a - b);
          for (const [part, told] of [
            [0.5, latency.p50Ms],
            [0.95, latency.p95Ms],
            [0.99, latency.p99Ms],
          ]) {
            const exact = ordered[Math.ceil(part * ordered.length) - 1];
            const bucket = LATENCY_BOUNDS_MS.filter(
              bound => bound < exact,
            ).length;
            expect(told).toBeGreaterThanOrEqual(
              LATENCY_BOUNDS_MS[bucket - 1] ?? 0,
            );
            expect(told).toBeLessThanOrEqual(LATENCY_BOUNDS_MS[bucket]);
          }
          expect(latency.p50Ms).toBeLessThanOrEqual(latency.p95Ms);
          expect(latency.p95Ms).toBeLessThanOrEqual(latency.p99Ms);
        },
      ),
    );
  });
});
