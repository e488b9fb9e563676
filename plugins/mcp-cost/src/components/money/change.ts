import {
  readNanos,
  relativeChange,
  shareOf,
  type Nanos,
} from '@mcp-portal/plugin-mcp-cost-common';

/** `up 18 %`, `down 4 %`, `the same`; undefined where there was nothing to compare with. */
export function shownChange(now: Nanos, before: Nanos): string | undefined {
  if (now === before) {
    return 'the same';
  }
  const change = relativeChange(readNanos(before), readNanos(now));
  if (change === undefined) {
    return undefined;
  }
  const size = shownShare(Math.abs(change));
  return size === shownShare(0)
    ? 'about the same'
    : `${change > 0 ? 'up' : 'down'} ${size}`;
}

/** `84 %`, and `0.4 %` where a whole number would say nothing. */
export function shownShare(share: number): string {
  return `${new Intl.NumberFormat('en', {
    maximumFractionDigits: Math.abs(share) < 0.1 ? 1 : 0,
  }).format(share * 100)} %`;
}

/** How much of a whole, for bars; 0 where there is no whole. */
export function partOf(part: Nanos, whole: Nanos): number {
  return shareOf(readNanos(part), readNanos(whole)) ?? 0;
}
