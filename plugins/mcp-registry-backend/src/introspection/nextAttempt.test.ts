import fc from 'fast-check';

import { NOW } from '../__testUtils__/samples';
import { nextAttempt } from './nextAttempt';

const intervalMs = 600_000;

function delayMs(
  outcome: 'ok' | 'refused' | 'timeout',
  failures: number,
  random: number,
) {
  const next = nextAttempt({
    answer: { outcome, latencyMs: 1 },
    failures,
    intervalMs,
    now: NOW,
    random: () => random,
  });
  return next.getTime() - NOW.getTime();
}

describe('nextAttempt', () => {
  it('keeps the interval, give or take a tenth, after an answer', () => {
    expect(delayMs('ok', 0, 0)).toBe(540_000);
    expect(delayMs('ok', 0, 0.5)).toBe(600_000);
  });

  it('does not retry sooner what may not be asked', () => {
    expect(delayMs('refused', 9, 0.5)).toBe(600_000);
  });

  it('retries soon at first, then ever later', () => {
    expect(delayMs('timeout', 1, 0.5)).toBe(22_500);
    expect(delayMs('timeout', 2, 0.5)).toBe(45_000);
    expect(delayMs('timeout', 3, 0.5)).toBe(90_000);
  });

  it('never waits less than a quarter minute or more than four intervals', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (failures, random) => {
          const delay = delayMs('timeout', failures, random);
          expect(delay).toBeGreaterThanOrEqual(15_000);
          expect(delay).toBeLessThanOrEqual(4 * intervalMs);
        },
      ),
    );
  });
});
