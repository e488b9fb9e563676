import { DAY_MS, dayOf } from './days';

/** First day of the month that a day is in; days since 1970, UTC. */
export function monthOf(day: number): number {
  const date = new Date(day * DAY_MS);
  return dayOf(Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1));
}

/** First day of the month that is so many later. */
export function addMonths(month: number, count: number): number {
  const date = new Date(month * DAY_MS);
  return dayOf(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + count, 1));
}
