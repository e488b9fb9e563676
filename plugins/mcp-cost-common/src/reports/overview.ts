import type { Alert } from '../alerts';
import type { BudgetStatus, Forecast } from '../budgets';
import type { Nanos } from '../money';
import type { Dimension, UsageFilter } from './dimensions';
import type { Measures } from './measures';

/** The answer to "what do we spend, and where is it heading?". @public */
export interface CostOverview {
  currency: string;
  /** The period asked for, and the one before it of the same length. */
  period: { from: string; to: string };
  previousPeriod: { from: string; to: string };
  total: Measures;
  previous: Measures;
  /** Of the current month; missing when the period does not hold today. */
  forecast?: Forecast;
  /** Of the teams in view that have a budget. */
  budgets: BudgetStatus[];
  budgetNanos: Nanos;
  budgetLeftNanos: Nanos;
  alerts: Alert[];
  /** Which teams the caller sees: all, or theirs. */
  sees: { all: boolean; teams: string[] };
  /** Usage of no known server, and without a price. */
  unattributed: Measures;
  /** Until when events are in the sums: ISO instant. */
  summedUntil?: string;
  /** Whether sample data is among them. */
  sample: boolean;
}

/** One line of a chart. @public */
export interface UsageSeries {
  /** Value of the dimension; missing for the rest, and for "no value" it is `(none)`. */
  value?: string;
  title?: string;
  /** One for each of `SeriesAnswer.at`. */
  costNanos: Nanos[];
  calls: number[];
  errors: number[];
  /** Events without a price: their cost is unknown, and not in `costNanos`. */
  unpricedEvents: number[];
}

/** @public */
export interface SeriesQuery extends UsageFilter {
  by?: Dimension;
  interval?: 'hour' | 'day' | 'month';
  /** How many lines before the rest is one; from 1 to 20, 8 by default. */
  top?: number;
}

/** @public */
export interface SeriesAnswer {
  interval: 'hour' | 'day' | 'month';
  /** Starts of the intervals: ISO instants. */
  at: string[];
  series: UsageSeries[];
  sample: boolean;
}
