/** How far back days tell of days to come. */
const HALF_LIFE_DAYS = 12;
/** Weeks whose weekdays are compared. */
const PATTERN_WEEKS = 8;
/** Weekdays are trusted more with each week; with this many, half. */
const PATTERN_TRUST_WEEKS = 1;
/** A day counts at most this many times what its weekday usually costs. */
const SPIKE_FACTOR = 3;
const DAYS_PER_WEEK = 7;
/** A trend is what the last days cost against as many weeks before them. */
const TREND_DAYS = 28;
/** Much of what looks like a trend is chance. */
const TREND_TRUST = 0.5;
/** Nothing grows by more than this for long: about 20 % in a month. */
const MAX_DAILY_GROWTH = 0.006;

/**
 * What a day costs, from the days before it: a level, which follows the last
 * weeks, times how its weekday differs. A single day's spike hardly moves it.
 *
 * Numbers here are estimates: money that was spent is never taken from them.
 */
export class DailyModel {
  readonly #pattern: readonly number[];
  readonly #level: number;
  readonly #dailyGrowth: number;
  readonly #nextDay: number;

  /**
   * @param costs - of whole days, one after the other, none negative
   * @param firstDay - of the first of them, days since 1970
   */
  constructor(costs: readonly number[], firstDay: number) {
    const calm = withoutSpikes(costs, firstDay);
    this.#pattern = patternOf(calm, firstDay);
    this.#dailyGrowth = growthOf(calm, firstDay, this.#pattern);
    this.#level = levelOf(calm, firstDay, this.#pattern, this.#dailyGrowth);
    this.#nextDay = firstDay + costs.length;
  }

  expectedOf(day: number): number {
    const grown = (1 + this.#dailyGrowth) ** (day - this.#nextDay);
    return this.#level * grown * this.#pattern[weekdayOf(day)];
  }

  /** Of `[from, to)`. */
  expectedBetween(from: number, to: number): number {
    let sum = 0;
    for (let day = from; day < to; day++) {
      sum += this.expectedOf(day);
    }
    return sum;
  }
}

function weekdayOf(day: number): number {
  return day % DAYS_PER_WEEK;
}

function withoutSpikes(costs: readonly number[], firstDay: number): number[] {
  const usual = byWeekday(costs, firstDay).map(median);
  const mostDays = quantile(costs, 0.9);
  return costs.map((cost, at) =>
    Math.min(
      cost,
      Math.max(SPIKE_FACTOR * usual[weekdayOf(firstDay + at)], mostDays),
    ),
  );
}

/** What each weekday costs, of the average day; 1 while nothing is known. */
function patternOf(costs: readonly number[], firstDay: number): number[] {
  const skipped = Math.max(0, costs.length - PATTERN_WEEKS * DAYS_PER_WEEK);
  const recent = costs.slice(skipped);
  const average = mean(recent);
  return byWeekday(recent, firstDay + skipped).map(days => {
    if (average === 0 || days.length === 0) {
      return 1;
    }
    const trust = days.length / (days.length + PATTERN_TRUST_WEEKS);
    return 1 + trust * (mean(days) / average - 1);
  });
}

/** What a day with a weekday of 1 costs, recent days counting most. */
function levelOf(
  costs: readonly number[],
  firstDay: number,
  pattern: readonly number[],
  dailyGrowth: number,
): number {
  let cost = 0;
  let expected = 0;
  costs.forEach((dayCost, at) => {
    const age = costs.length - at;
    const weight = 0.5 ** (age / HALF_LIFE_DAYS);
    const grown = (1 + dailyGrowth) ** -age;
    cost += weight * dayCost;
    expected += weight * grown * pattern[weekdayOf(firstDay + at)];
  });
  return expected > 0 ? cost / expected : 0;
}

/** By what part of itself the level changes each day; 0 while little is known. */
function growthOf(
  costs: readonly number[],
  firstDay: number,
  pattern: readonly number[],
): number {
  if (costs.length < 2 * TREND_DAYS) {
    return 0;
  }
  const levelBetween = (from: number, to: number) => {
    let expected = 0;
    for (let at = from; at < to; at++) {
      expected += pattern[weekdayOf(firstDay + at)];
    }
    return expected > 0
      ? mean(costs.slice(from, to)) * ((to - from) / expected)
      : 0;
  };
  const end = costs.length;
  const before = levelBetween(end - 2 * TREND_DAYS, end - TREND_DAYS);
  const lately = levelBetween(end - TREND_DAYS, end);
  if (before === 0 || lately === 0) {
    return 0;
  }
  const growth = (TREND_TRUST * Math.log(lately / before)) / TREND_DAYS;
  return Math.max(-MAX_DAILY_GROWTH, Math.min(MAX_DAILY_GROWTH, growth));
}

function byWeekday(costs: readonly number[], firstDay: number): number[][] {
  const days: number[][] = Array.from({ length: DAYS_PER_WEEK }, () => []);
  costs.forEach((cost, at) => days[weekdayOf(firstDay + at)].push(cost));
  return days;
}

function mean(values: readonly number[]): number {
  return values.length === 0
    ? 0
    : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The lower one where it falls between two; 0 of nothing. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * part)] ?? 0;
}
