import type { Answer } from './asking/ContractAsker';

const FIRST_RETRY_MS = 30_000;

/**
 * When to ask a server again: after the interval when it answered or may not be
 * asked; after a failure sooner at first, then ever later, up to four intervals.
 * Jitter spreads servers that failed together.
 *
 * @param options.failures - Attempts failed in a row, this one included.
 * @param options.random - From 0 up to, not including, 1.
 */
export function nextAttempt(options: {
  answer: Answer;
  failures: number;
  intervalMs: number;
  now: Date;
  random?: () => number;
}): Date {
  const { answer, failures, intervalMs, now } = options;
  const random = options.random ?? Math.random;
  const steady = answer.outcome === 'ok' || answer.outcome === 'refused';
  const delayMs = steady
    ? intervalMs * (0.9 + 0.2 * random())
    : Math.min(
        FIRST_RETRY_MS * 2 ** Math.min(failures - 1, 20),
        4 * intervalMs,
      ) *
      (0.5 + 0.5 * random());
  return new Date(now.getTime() + delayMs);
}
