import {
  decimalText,
  formatMoney,
  readNanos,
  type Nanos,
} from '@mcp-portal/plugin-mcp-cost-common';

/** `$1,204`, `$12.40`, `$0.0032`: as many places as say something. */
export function shownMoney(nanos: Nanos, currency: string): string {
  return formatMoney(nanos, currency, { brief: true });
}

/** All of it, for those who want to know to the last place. */
export function exactMoney(nanos: Nanos, currency: string): string {
  return formatMoney(nanos, currency, { exact: true });
}

/** For the axes of charts: `$1.2K`. */
export function shortMoney(amount: number, currency: string): string {
  return new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
    notation: 'compact',
    maximumFractionDigits: amount !== 0 && Math.abs(amount) < 1 ? 4 : 1,
  }).format(amount);
}

/** For drawing only: a chart's pixels need no more than a float holds. */
export function drawnAmount(nanos: Nanos): number {
  return Number(decimalText(readNanos(nanos)));
}
