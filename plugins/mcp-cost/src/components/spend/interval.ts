import type { SeriesAnswer } from '@mcp-portal/plugin-mcp-cost-common';
import { dayOf, daysBetween, daysLater, shortDay, shownMonth } from '../period';

export type Interval = SeriesAnswer['interval'];

const HOURS_UP_TO_DAYS = 2;
const DAYS_UP_TO_DAYS = 120;

/** As fine as a chart can show a period. */
export function intervalOf(period: { from: string; to: string }): Interval {
  const days = daysBetween(period.from, period.to);
  if (days <= HOURS_UP_TO_DAYS) {
    return 'hour';
  }
  return days <= DAYS_UP_TO_DAYS ? 'day' : 'month';
}

/** How the start of an interval is called: `14:00`, `21 Nov`, `November 2026`. */
export function shownStart(at: string, interval: Interval): string {
  if (interval === 'month') {
    return shownMonth(at.slice(0, 7));
  }
  return interval === 'day'
    ? shortDay(at)
    : `${shortDay(at)}, ${at.slice(11, 16)}`;
}

/** The days that hold an interval, to look closer at it. */
export function daysOf(
  at: string,
  interval: Interval,
): { from: string; to: string } {
  const from = at.slice(0, 10);
  if (interval !== 'month') {
    return { from, to: daysLater(from, 1) };
  }
  const next = new Date(`${from}T00:00:00Z`);
  next.setUTCMonth(next.getUTCMonth() + 1, 1);
  return { from, to: dayOf(next) };
}
