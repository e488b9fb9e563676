import type { Nanos } from '@mcp-portal/plugin-mcp-cost-common';

/** `up 18 %`, `down 4 %`, `the same`; undefined where there was nothing to compare with. */
export function shownChange(now: Nanos, before: Nanos): string | undefined {
  const [is, was] = [BigInt(now), BigInt(before)];
  if (was === 0n) {
    return is === 0n ? 'the same' : undefined;
  }
  const size = was < 0n ? -was : was;
  const tenths = ((is - was) * 1000n) / size;
  if (tenths === 0n) {
    return 'the same';
  }
  const distance = tenths < 0n ? -tenths : tenths;
  const percent =
    distance >= 100n
      ? `${(distance + 5n) / 10n}`
      : `${distance / 10n}.${distance % 10n}`;
  return `${tenths > 0n ? 'up' : 'down'} ${new Intl.NumberFormat('en').format(
    Number(percent),
  )} %`;
}

/** `84 %`, and `0.4 %` where a whole number would say nothing. */
export function shownShare(share: number): string {
  const percent = share * 100;
  const places = percent !== 0 && Math.abs(percent) < 10 ? 1 : 0;
  return `${new Intl.NumberFormat('en', {
    maximumFractionDigits: places,
  }).format(percent)} %`;
}

/** How much of a whole, for bars; 0 where there is no whole. */
export function partOf(part: Nanos, whole: Nanos): number {
  return BigInt(whole) === 0n
    ? 0
    : Number((BigInt(part) * 10_000n) / BigInt(whole)) / 10_000;
}
