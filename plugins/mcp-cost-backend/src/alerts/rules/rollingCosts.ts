import { DAY_MS, dayOf } from '../../time/days';

export const HOUR_MS = 60 * 60_000;
const WINDOW_HOURS = 24;
/** Days that make the average. */
export const AVERAGE_DAYS = 30;
const PARTS = 1_000;
/** So much of the thresholds is left when it is over: in thousandths. */
const FADING_PARTS = 900n;

export interface AnomalyThresholds {
  /** Times the daily average. */
  factor: number;
  /** Below this nothing is unusual. */
  floorNanos: bigint;
  /** Days of history without which there is no average. */
  minDays: number;
}

/** What a team spent, by hour and by day. Times are starts, epoch milliseconds. */
export interface TeamCosts {
  hours: ReadonlyMap<number, bigint>;
  /** By days since 1970. */
  days: ReadonlyMap<number, bigint>;
}

/** A time in which every rolling 24 hours cost too much. */
export interface CostRun {
  /** Ends of the first and the last such 24 hours. */
  firstMs: number;
  lastMs: number;
  /** Of the dearest 24 hours among them. */
  peak: RollingDay;
}

/** 24 hours, with what days before it cost. */
export interface RollingDay {
  endMs: number;
  costNanos: bigint;
  averageNanos: bigint;
  averageDays: number;
}

/**
 * The times in which 24 hours cost more than they should, looked at after each
 * hour. Once above the threshold they count until they are clearly below it.
 *
 * @param fromMs - end of the first 24 hours, on a full hour
 * @param toMs - end of the last ones
 */
export function findCostRuns(
  costs: TeamCosts,
  options: { fromMs: number; toMs: number; thresholds: AnomalyThresholds },
): CostRun[] {
  const { fromMs, toMs, thresholds } = options;
  const runs: CostRun[] = [];
  let run: CostRun | undefined;
  for (let endMs = fromMs; endMs <= toMs; endMs += HOUR_MS) {
    const rolling = rollingDay(costs, endMs, thresholds.minDays);
    if (rolling && isAbove(rolling, thresholds, run ? FADING_PARTS : 1_000n)) {
      if (run) {
        run.lastMs = endMs;
        run.peak = rolling.costNanos > run.peak.costNanos ? rolling : run.peak;
      } else {
        run = { firstMs: endMs, lastMs: endMs, peak: rolling };
        runs.push(run);
      }
    } else {
      run = undefined;
    }
  }
  return runs;
}

/** Undefined while there is no average to compare with. */
function rollingDay(
  costs: TeamCosts,
  endMs: number,
  minDays: number,
): RollingDay | undefined {
  const startMs = endMs - WINDOW_HOURS * HOUR_MS;
  // Whole days before: what is unusual does not raise its own average.
  const untilDay = dayOf(startMs);
  const firstKnown = Math.min(...costs.days.keys());
  const fromDay = Math.max(untilDay - AVERAGE_DAYS, firstKnown);
  const averageDays = untilDay - fromDay;
  if (!Number.isFinite(firstKnown) || averageDays < minDays) {
    return undefined;
  }
  let before = 0n;
  for (let day = fromDay; day < untilDay; day++) {
    before += costs.days.get(day) ?? 0n;
  }
  let costNanos = 0n;
  for (let hourMs = startMs; hourMs < endMs; hourMs += HOUR_MS) {
    costNanos += costs.hours.get(hourMs) ?? 0n;
  }
  return {
    endMs,
    costNanos,
    averageNanos: before / BigInt(averageDays),
    averageDays,
  };
}

function isAbove(
  { costNanos, averageNanos }: RollingDay,
  { factor, floorNanos }: AnomalyThresholds,
  parts: bigint,
): boolean {
  const limit = (averageNanos * BigInt(Math.round(factor * PARTS))) / 1_000n;
  return (
    costNanos * 1_000n > limit * parts &&
    costNanos * 1_000n > floorNanos * parts
  );
}

/** Start of the day of an instant. */
export function dayStartMs(ms: number): number {
  return dayOf(ms) * DAY_MS;
}
