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
  return change === undefined
    ? undefined
    : `${change > 0 ? 'up' : 'down'} ${shownShare(Math.abs(change))}`;
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
