import {
  readNanos,
  type BudgetStatus,
} from '@mcp-portal/plugin-mcp-cost-common';
import { drawnAmount } from '../money';
import { daysInMonth } from '../period';

/** What a burn-down draws, one value a day of the month. */
export interface BurnDown {
  days: string[];
  /** What is left of the limit; null for days to come. */
  left: (number | null)[];
  /** How it goes on if nothing changes; null for days that are past. */
  ahead: (number | null)[];
}

/**
 * What is left of a team's limit on each day of its month, and how it goes on
 * from the last known day to the expected end. Undefined without a limit.
 */
export function burnDown(status: BudgetStatus): BurnDown | undefined {
  const { limitNanos, burn, forecast } = status;
  if (limitNanos === undefined || burn.length === 0) {
    return undefined;
  }
  const limit = readNanos(limitNanos);
  const count = daysInMonth(forecast.month);
  const days = Array.from(
    { length: count },
    (_, index) => `${forecast.month}-${String(index + 1).padStart(2, '0')}`,
  );
  const known = new Map(burn.map(({ day, spentNanos }) => [day, spentNanos]));
  const last = burn[burn.length - 1];
  const lastIndex = days.indexOf(last.day);
  const leftNow = drawnAmount((limit - readNanos(last.spentNanos)).toString());
  const leftAtEnd = drawnAmount(
    (limit - readNanos(forecast.expectedNanos)).toString(),
  );
  const daysToGo = Math.max(1, count - 1 - lastIndex);
  return {
    days,
    left: days.map(day => {
      const spent = known.get(day);
      return spent === undefined
        ? null
        : drawnAmount((limit - readNanos(spent)).toString());
    }),
    ahead: days.map((_, index) =>
      index < lastIndex
        ? null
        : leftNow + ((leftAtEnd - leftNow) * (index - lastIndex)) / daysToGo,
    ),
  };
}
