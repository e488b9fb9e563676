import {
  addNanos,
  type Measures,
  type Nanos,
} from '@mcp-portal/plugin-mcp-cost-common';

/** There is usage, and nothing of it has a price. */
export function nothingPriced(measures: Measures): boolean {
  return measures.events > 0 && measures.unpricedEvents >= measures.events;
}

/** Errors of calls, from 0 to 1; missing where there were no calls. */
export function errorRate(measures: Measures): number | undefined {
  return measures.calls === 0 ? undefined : measures.errors / measures.calls;
}

export function sumOf(amounts: readonly Nanos[]): Nanos {
  return addNanos('0', ...amounts);
}

/** `12.4k`, `3.2M`: tokens come in crowds. */
export function shownTokens(tokens: number): string {
  return new Intl.NumberFormat('en', {
    notation: 'compact',
    maximumFractionDigits: 1,
  }).format(tokens);
}
