import type { Measures } from '@mcp-portal/plugin-mcp-cost-common';

import type { UsageSums } from '../../rollups';

/** Sums as the API tells them. */
export function toMeasures(sums: UsageSums): Measures {
  return {
    events: sums.events,
    calls: sums.calls,
    errors: sums.errors,
    inputTokens: sums.inputTokens,
    cachedInputTokens: sums.cachedInputTokens,
    outputTokens: sums.outputTokens,
    costNanos: String(sums.costNanos),
    unpricedEvents: sums.unpricedEvents,
  };
}

/** Errors of calls, from 0 to 1. */
export function errorRateOf({
  calls,
  errors,
}: Pick<UsageSums, 'calls' | 'errors'>): number {
  return calls === 0 ? 0 : errors / calls;
}
