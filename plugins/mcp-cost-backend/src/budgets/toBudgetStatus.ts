import type { Budget, BudgetStatus } from '@mcp-portal/plugin-mcp-cost-common';

import { dayOf, dayText } from '../time/days';
import type { KeptBudget } from './BudgetStore';
import { forecastMonth, monthOf, runsOutOn, type DayCost } from './forecast';

/** Thresholds are compared as integers, in millionths. */
const PARTS = 1_000_000;

/** How much of a limit is spent, and what that means. */
export interface Standing {
  limitNanos?: bigint;
  usedShare?: number;
  level: BudgetStatus['level'];
}

/**
 * How a team stands with its budget. A budget of nothing is used up from the
 * start.
 */
export function standingOf(options: {
  budget?: KeptBudget;
  grantedNanos: bigint;
  spentNanos: bigint;
}): Standing {
  const { budget, grantedNanos, spentNanos } = options;
  if (!budget) {
    return { level: 'unknown' };
  }
  const limitNanos = budget.amountNanos + grantedNanos;
  if (limitNanos === 0n) {
    return { limitNanos, usedShare: 1, level: 'problem' };
  }
  const softNanos =
    (limitNanos * BigInt(Math.round(budget.softThreshold * PARTS))) /
    BigInt(PARTS);
  return {
    limitNanos,
    usedShare:
      spentNanos > 0n
        ? Number((spentNanos * 1_000_000n) / limitNanos) / PARTS
        : 0,
    level: levelOf(spentNanos, softNanos, limitNanos),
  };
}

function levelOf(
  spentNanos: bigint,
  softNanos: bigint,
  limitNanos: bigint,
): BudgetStatus['level'] {
  if (spentNanos >= limitNanos) {
    return 'problem';
  }
  return spentNanos >= softNanos && spentNanos > 0n ? 'attention' : 'good';
}

/** All that is said of one team's month. */
export function toBudgetStatus(options: {
  teamRef: string;
  title?: string;
  budget?: KeptBudget;
  grantedNanos: bigint;
  daily: readonly DayCost[];
  now: Date;
}): Omit<BudgetStatus, 'pendingIncrease' | 'may'> {
  const { teamRef, title, budget, daily, now } = options;
  const { ahead, ...forecast } = forecastMonth({ daily, now });
  const spentNanos = BigInt(forecast.spentNanos);
  const { limitNanos, ...standing } = standingOf({ ...options, spentNanos });
  const outOn =
    limitNanos !== undefined && limitNanos > 0n
      ? runsOutOn({ daily, forecast: { ...forecast, ahead }, limitNanos, now })
      : undefined;
  return {
    teamRef,
    ...(title !== undefined && { title }),
    ...(budget && { budget: toBudget(budget) }),
    ...(limitNanos !== undefined && { limitNanos: String(limitNanos) }),
    spentNanos: forecast.spentNanos,
    ...standing,
    forecast,
    ...(outOn && { runsOutOn: outOn }),
    burn: burnOf(daily, now),
  };
}

function toBudget({ amountNanos, ...budget }: KeptBudget): Budget {
  return { ...budget, amountNanos: String(amountNanos) };
}

/** Every day of the month so far has its place, whether it cost or not. */
function burnOf(daily: readonly DayCost[], now: Date): BudgetStatus['burn'] {
  const { firstDay } = monthOf(now);
  const costs = new Map<number, bigint>();
  for (const { day, costNanos } of daily) {
    costs.set(day, (costs.get(day) ?? 0n) + costNanos);
  }
  const burn: BudgetStatus['burn'] = [];
  let total = 0n;
  for (let day = firstDay; day <= dayOf(now.getTime()); day++) {
    total += costs.get(day) ?? 0n;
    burn.push({ day: dayText(day), spentNanos: String(total) });
  }
  return burn;
}
