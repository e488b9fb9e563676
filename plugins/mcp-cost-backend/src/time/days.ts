import { InputError } from '@backstage/errors';

/** Milliseconds of a day; all days are UTC, so each has as many. */
export const DAY_MS = 86_400_000;

/** Days from 1970-01-01 to the one of an instant, UTC. */
export function dayOf(ms: number): number {
  return Math.floor(ms / DAY_MS);
}

/** `2026-11-21` */
export function dayText(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/**
 * Reads `YYYY-MM-DD` as days since 1970.
 *
 * @param what - names the value in the message
 * @throws InputError when there is no such day
 */
export function parseDay(text: string, what: string): number {
  const ms = /^\d{4}-\d{2}-\d{2}$/.test(text)
    ? Date.parse(`${text}T00:00:00Z`)
    : NaN;
  // Some parsers take February 30 for March 2.
  if (Number.isNaN(ms) || dayText(dayOf(ms)) !== text) {
    throw new InputError(
      `${what} is ${JSON.stringify(
        text.slice(0, 40),
      )}, which is no day; write it as YYYY-MM-DD.`,
    );
  }
  return dayOf(ms);
}
