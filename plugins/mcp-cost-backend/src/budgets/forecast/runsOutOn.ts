import { dayText } from '../../time/days';
import type { DayCost, MonthForecast } from './forecastMonth';
import { monthOf } from './Month';

/**
 * The day of this month on which a limit is reached: the one on which it was,
 * or the one that the forecast says. Undefined when the month ends before.
 */
export function runsOutOn(options: {
  daily: readonly DayCost[];
  forecast: MonthForecast;
  limitNanos: bigint;
  now: Date;
}): string | undefined {
  const { daily, forecast, limitNanos, now } = options;
  const { firstDay } = monthOf(now);
  const past = daily.filter(({ day }) => day >= firstDay);
  let total = 0n;
  for (const { day, costNanos } of [...byDay(past), ...forecast.ahead]) {
    total += costNanos;
    if (total >= limitNanos && costNanos > 0n) {
      return dayText(day);
    }
  }
  return undefined;
}

function byDay(days: readonly DayCost[]): DayCost[] {
  return [...days].sort((a, b) => a.day - b.day);
}
