import type { Nanos } from '@mcp-portal/plugin-mcp-cost-common';

const PLACES = 9;
const UNIT = 10n ** BigInt(PLACES);

/** From here on the parts of a unit are noise; the exact amount is on hover. */
const WHOLE_FROM = 1000n * UNIT;

/** `1204.5` of `"1204500000000"`, exactly. */
export function decimalOf(nanos: Nanos): string {
  const amount = BigInt(nanos);
  const size = amount < 0n ? -amount : amount;
  const parts = (size % UNIT).toString().padStart(PLACES, '0');
  const fraction = parts.replace(/0+$/, '');
  return `${amount < 0n ? '-' : ''}${size / UNIT}${
    fraction ? `.${fraction}` : ''
  }`;
}

/** `$1,204`, `$12.40`, `$0.0032`: as many places as say something. */
export function shownMoney(nanos: Nanos, currency: string): string {
  const amount = BigInt(nanos);
  const size = amount < 0n ? -amount : amount;
  if (size >= WHOLE_FROM) {
    return format(nanos, currency, { maximumFractionDigits: 0 });
  }
  if (size === 0n || size >= UNIT / 10n) {
    return format(nanos, currency, {});
  }
  return format(nanos, currency, { maximumSignificantDigits: 2 });
}

/** All of it, for those who want to know to the last place. */
export function exactMoney(nanos: Nanos, currency: string): string {
  return format(nanos, currency, { maximumFractionDigits: PLACES });
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
  return Number(decimalOf(nanos));
}

function format(
  nanos: Nanos,
  currency: string,
  options: Intl.NumberFormatOptions,
): string {
  // A decimal text is formatted exactly; its type came later than the feature.
  const decimal = decimalOf(nanos) as unknown as number;
  return new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
    ...options,
  }).format(decimal);
}
