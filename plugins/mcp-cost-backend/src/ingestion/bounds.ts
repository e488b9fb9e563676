import { RefusedError } from './RefusedError';

const DAY_MS = 86_400_000;
/** What clocks may be ahead. */
const MAX_AHEAD_MS = 3_600_000;

/** Between which instants usage is taken in. */
export interface TimeBounds {
  fromMs: number;
  toMs: number;
  maxAgeDays: number;
}

/** Usage of at most so many days ago is taken in now. */
export function timeBounds(now: Date, maxAgeDays: number): TimeBounds {
  const nowMs = now.getTime();
  return {
    fromMs: nowMs - maxAgeDays * DAY_MS,
    toMs: nowMs + MAX_AHEAD_MS,
    maxAgeDays,
  };
}

/** @throws RefusedError when it is not within the bounds */
export function checkTime(atMs: number, bounds: TimeBounds): void {
  if (atMs < bounds.fromMs) {
    throw new RefusedError(
      'time-out-of-range',
      `it happened more than ${bounds.maxAgeDays} days ago`,
    );
  }
  // Also what is no number at all.
  if (!(atMs <= bounds.toMs)) {
    throw new RefusedError(
      'time-out-of-range',
      'it happens more than an hour from now; check the clock',
    );
  }
}

/** No model takes so many at once. */
const MAX_TOKENS = 1_000_000_000;
const MAX_DURATION_US = 7 * DAY_MS * 1_000;

/**
 * @param what - names it in the refusal
 * @throws RefusedError when it is no count that can be
 */
export function checkTokens(value: number, what: string): number {
  if (!Number.isInteger(value) || value < 0 || value > MAX_TOKENS) {
    throw new RefusedError(
      'number-out-of-range',
      `${what} must be a whole number from 0 to ${MAX_TOKENS}`,
    );
  }
  return value;
}

/** @throws RefusedError when it is negative, no number, or above 7 days */
export function checkDuration(durationUs: number): number {
  if (!(durationUs >= 0 && durationUs <= MAX_DURATION_US)) {
    throw new RefusedError(
      'number-out-of-range',
      'it ends before it starts, or lasts more than 7 days',
    );
  }
  return durationUs;
}
