import type { Forecast } from '@mcp-portal/plugin-mcp-cost-common';

import { dayOf } from '../../time/days';
import { DailyModel } from './DailyModel';
import { type Month, monthOf } from './Month';
import { rangeOf } from './rangeOf';

/** Days of history that a forecast looks at. */
export const FORECAST_HISTORY_DAYS = 91;

/** What one day cost. Days without cost may be left out. */
export interface DayCost {
  /** Days since 1970, UTC. */
  day: number;
  costNanos: bigint;
}

export interface MonthForecast extends Forecast {
  /** What each day still to come is expected to add, today's rest first. */
  ahead: DayCost[];
}

/**
 * Where a month's spend is heading, with the range in which eight of ten months
 * end. What is spent is counted exactly and is the floor; only what is to come
 * is estimated.
 *
 * @param daily - of the month so far, and of the days before it
 */
export function forecastMonth(options: {
  daily: readonly DayCost[];
  now: Date;
}): MonthForecast {
  const { daily, now } = options;
  const today = dayOf(now.getTime());
  const month = monthOf(now);
  const spentNanos = sumOf(
    daily.filter(({ day }) => day >= month.firstDay && day <= today),
  );
  const { costs, firstDay } = wholeDaysBefore(today, daily);
  const model = new DailyModel(costs, firstDay);
  const todayNanos = sumOf(daily.filter(({ day }) => day === today));
  const ahead = daysAhead({ model, today, month, todayNanos });
  const restNanos = sumOf(ahead);
  const range = rangeOf(costs, firstDay, ahead.length);
  return {
    month: month.text,
    spentNanos: String(spentNanos),
    expectedNanos: String(spentNanos + restNanos),
    lowNanos: String(spentNanos + partOf(restNanos, 1 - range.below)),
    highNanos: String(spentNanos + partOf(restNanos, 1 + range.above)),
    daysOfHistory: costs.length,
    ahead,
  };
}

/** Whole days from the first that cost something, as far back as is looked. */
function wholeDaysBefore(
  today: number,
  daily: readonly DayCost[],
): { costs: number[]; firstDay: number } {
  const oldest = today - FORECAST_HISTORY_DAYS;
  const past = daily.filter(({ day }) => day >= oldest && day < today);
  const firstDay = past.reduce((first, { day }) => Math.min(first, day), today);
  const costs = new Array<number>(today - firstDay).fill(0);
  for (const { day, costNanos } of past) {
    costs[day - firstDay] += Number(costNanos);
  }
  // Credits are no sign of what days will cost.
  return { costs: costs.map(cost => Math.max(0, cost)), firstDay };
}

function daysAhead(options: {
  model: DailyModel;
  today: number;
  month: Month;
  todayNanos: bigint;
}): DayCost[] {
  const { model, today, month, todayNanos } = options;
  const days: DayCost[] = [];
  for (let day = today; day < month.endDay; day++) {
    const wholeNanos = BigInt(Math.round(model.expectedOf(day)));
    const costNanos = day === today ? wholeNanos - todayNanos : wholeNanos;
    days.push({ day, costNanos: costNanos > 0n ? costNanos : 0n });
  }
  return days;
}

function sumOf(days: readonly DayCost[]): bigint {
  return days.reduce((sum, { costNanos }) => sum + costNanos, 0n);
}

const PARTS = 1_000_000;

function partOf(nanos: bigint, part: number): bigint {
  return (nanos * BigInt(Math.round(part * PARTS))) / BigInt(PARTS);
}
