/** So that a ratio of large integers is exact to six digits. */
const SCALE = 1_000_000n;

/**
 * How far an amount moved, as a part of where it was: 0.18 is "up 18 %".
 *
 * @returns undefined where there was nothing before: no percentage tells that
 * @public
 */
export function relativeChange(
  before: bigint,
  after: bigint,
): number | undefined {
  return shareOf(after - before, before < 0n ? -before : before);
}

/**
 * How large a part is of a whole: 0.8 is 80 %.
 *
 * @returns undefined where the whole is zero
 * @public
 */
export function shareOf(part: bigint, whole: bigint): number | undefined {
  return whole === 0n
    ? undefined
    : Number((part * SCALE) / whole) / Number(SCALE);
}

/**
 * Writes a change for people: `+18%`, `-3%`, `+0.4%`, `0%`.
 * @public
 */
export function formatChange(change: number, locale: string = 'en'): string {
  return new Intl.NumberFormat(locale, {
    style: 'percent',
    signDisplay: 'exceptZero',
    maximumFractionDigits: Math.abs(change) < 0.1 ? 1 : 0,
  }).format(change);
}
