import { LATENCY_BOUNDS_MS } from '@mcp-portal/plugin-mcp-cost-common';

import type { UsageSums } from '../UsageReader';

/** What a query sums always. */
const MEASURES = [
  'events',
  'calls',
  'errors',
  'input_tokens',
  'cached_tokens',
  'output_tokens',
  'cost_nanos',
  'unpriced_events',
];

/** Calls by latency; the last one is of those beyond all bounds. */
const HISTOGRAM = Array.from(
  { length: LATENCY_BOUNDS_MS.length + 1 },
  (_, bucket) => `latency_${bucket}`,
);

/** Names of the columns that a query sums: each one costs time. */
export function measureColumns(latency: boolean | undefined): string[] {
  return latency
    ? [...MEASURES, 'timed_calls', 'duration_us', ...HISTOGRAM]
    : MEASURES;
}

/** A row of sums; they come as text, which holds any integer. */
export function toSums(
  row: Record<string, unknown>,
  latency: boolean | undefined,
): UsageSums {
  const number = (column: string) => Number(row[column] ?? 0);
  return {
    events: number('events'),
    calls: number('calls'),
    errors: number('errors'),
    inputTokens: number('input_tokens'),
    cachedInputTokens: number('cached_tokens'),
    outputTokens: number('output_tokens'),
    costNanos: BigInt(String(row.cost_nanos ?? 0)),
    unpricedEvents: number('unpriced_events'),
    ...(latency && {
      latency: {
        timedCalls: number('timed_calls'),
        durationUs: number('duration_us'),
        histogram: HISTOGRAM.map(number),
      },
    }),
  };
}
