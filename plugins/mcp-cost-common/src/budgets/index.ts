import type { Nanos } from '../money';

/** @public */
export interface BudgetRequest {
  /** Per calendar month (UTC), decimal text in the portal's currency. */
  amount: string;
  /** Part of it at which the team is warned; 0.8 by default. */
  softThreshold?: number;
  /** Whether new work is blocked at 100 %; it is by default. */
  blocks?: boolean;
}

/** A team's monthly limit. @public */
export interface Budget {
  teamRef: string;
  amountNanos: Nanos;
  softThreshold: number;
  blocks: boolean;
  setBy: string;
  setAt: string;
}

/** Where a month is heading. @public */
export interface Forecast {
  /** `YYYY-MM` */
  month: string;
  spentNanos: Nanos;
  expectedNanos: Nanos;
  /** Eight of ten months end within. */
  lowNanos: Nanos;
  highNanos: Nanos;
  /** How many days of history it stands on; below 7 there is only the range of a guess. */
  daysOfHistory: number;
}

/** How a team stands with its budget this month. @public */
export interface BudgetStatus {
  teamRef: string;
  title?: string;
  /** Missing where none is set. */
  budget?: Budget;
  /** The budget and this month's granted increases. */
  limitNanos?: Nanos;
  spentNanos: Nanos;
  /** From 0; missing without a budget. */
  usedShare?: number;
  /** `good`, `attention` from the soft threshold, `problem` from 100 %. */
  level: 'good' | 'attention' | 'problem' | 'unknown';
  forecast: Forecast;
  /** Day on which the limit is reached if it goes on like this; `YYYY-MM-DD`. */
  runsOutOn?: string;
  /** Cumulated spend by day of this month, to burn down. */
  burn: { day: string; spentNanos: Nanos }[];
  pendingIncrease?: BudgetIncrease;
  /** What the caller may do. */
  may: { set: boolean; ask: boolean; decide: boolean };
}

/** A team's request for more in one month. @public */
export interface BudgetIncrease {
  id: string;
  teamRef: string;
  title?: string;
  month: string;
  amountNanos: Nanos;
  reason: string;
  askedBy: string;
  askedAt: string;
  state: 'pending' | 'granted' | 'declined' | 'withdrawn';
  decidedBy?: string;
  decidedAt?: string;
  decisionReason?: string;
  mayDecide: boolean;
}

/** Whether a team may start new work. @public */
export interface Admission {
  teamRef: string;
  admitted: boolean;
  level: BudgetStatus['level'];
  /** One sentence for people: why, and what to do. */
  message: string;
  limitNanos?: Nanos;
  /** Missing while it can't be read; `level` is `unknown` then. */
  spentNanos?: Nanos;
  /** Where to ask for more, a path of the portal. */
  askAt: string;
}
