import { DailyModel, quantile } from './DailyModel';

/** Days that a try at the past needs before it. */
const MIN_DAYS_BEFORE = 14;
/** Days to try from which the errors of the tries are all that counts. */
const FULL_TRUST_DAYS = 30;
/** Tries of neighbouring days tell much the same, and each takes time. */
const MAX_TRIES = 16;
/** What a forecast may be off, either way, while little is known. */
const GUESS = 0.6;
/** Tries overlap, so that they look more alike than what comes will be. */
const CAUTION = 1.85;
/** The newest day can't be known much better than this. */
const LEAST = 0.02;

/** By what part of a forecast of days to come it may be off: 80 %. */
export interface RelativeRange {
  /** From 0 to 1: that much less. */
  below: number;
  above: number;
}

/**
 * How good forecasts of so many days would have been on each past day: the
 * history's own errors say what to expect of the next.
 *
 * @param costs - of whole days, one after the other
 * @param horizonDays - how many days are to be forecast
 */
export function rangeOf(
  costs: readonly number[],
  firstDay: number,
  horizonDays: number,
): RelativeRange {
  const horizon = Math.max(1, horizonDays);
  const days = Math.max(0, costs.length - horizon - MIN_DAYS_BEFORE + 1);
  const errors: number[] = [];
  for (let at = 0; at < days; at += Math.max(1, days / MAX_TRIES)) {
    const before = MIN_DAYS_BEFORE + Math.floor(at);
    const model = new DailyModel(costs.slice(0, before), firstDay);
    const from = firstDay + before;
    const expected = model.expectedBetween(from, from + horizon);
    const actual = costs
      .slice(before, before + horizon)
      .reduce((sum, cost) => sum + cost, 0);
    if (expected > 0) {
      errors.push(actual / expected - 1);
    }
  }
  const trust = Math.min(1, days / FULL_TRUST_DAYS);
  const guess = GUESS / Math.sqrt(1 + costs.length / 7);
  const blend = (known: number) =>
    Math.max(LEAST, trust * CAUTION * known + (1 - trust) * guess);
  return {
    below: Math.min(1, blend(Math.max(0, -quantile(errors, 0.1)))),
    above: blend(Math.max(0, quantile(errors, 0.9))),
  };
}
