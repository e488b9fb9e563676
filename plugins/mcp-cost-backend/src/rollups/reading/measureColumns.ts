import { LATENCY_BOUNDS_MS } from '@mcp-portal/plugin-mcp-cost-common';

import type { UsageSums } from '../UsageReader';

/** What every table of sums holds. */
export const MEASURES = [
  'events',
  'calls',
  'errors',
  'input_tokens',
  'cached_tokens',
  'output_tokens',
  'quantity_nanos',
  'cost_nanos',
  'unpriced_events',
  'timed_calls',
  'duration_us',
] as const;

/** Calls by latency; the last one is of those beyond all bounds. */
export const LATENCIES = Array.from(
  { length: LATENCY_BOUNDS_MS.length + 1 },
  (_, bucket) => `latency_${bucket}`,
);

/** Names of the columns that a query sums. */
export function measureColumns(latency: boolean | undefined): string[] {
  return latency ? [...MEASURES, ...LATENCIES] : [...MEASURES];
}

/** A row of sums; they come as text, which holds any integer. */
export function toSums(
  row: Record<string, unknown>,
  latency: boolean | undefined,
): UsageSums {
  const number = (column: string) => Number(row[column] ?? 0);
  const exact = (column: string) => BigInt(String(row[column] ?? 0));
  return {
    events: number('events'),
    calls: number('calls'),
    errors: number('errors'),
    inputTokens: number('input_tokens'),
    cachedInputTokens: number('cached_tokens'),
    outputTokens: number('output_tokens'),
    quantityNanos: exact('quantity_nanos'),
    costNanos: exact('cost_nanos'),
    unpricedEvents: number('unpriced_events'),
    timedCalls: number('timed_calls'),
    durationUs: number('duration_us'),
    ...(latency && { latency: LATENCIES.map(number) }),
  };
}
