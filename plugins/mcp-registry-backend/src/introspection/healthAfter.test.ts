import { NOW } from '../__testUtils__/samples';
import { healthAfter } from './healthAfter';

const hoursAgo = (hours: number) =>
  new Date(NOW.getTime() - hours * 3600_000).toISOString();

describe('healthAfter', () => {
  it('is good after an answer', () => {
    expect(healthAfter({ outcome: 'ok', latencyMs: 7 }, NOW)).toEqual({
      level: 'good',
      reason: 'Answered in 7 ms.',
    });
  });

  it('wants attention when a server that answered within a day fails', () => {
    const failed = {
      outcome: 'timeout',
      latencyMs: 1,
      error: 'Slow.',
    } as const;
    expect(healthAfter(failed, NOW, { lastGoodAt: hoursAgo(24) })).toEqual({
      level: 'attention',
      reason: 'Slow.',
    });
    expect(healthAfter(failed, NOW, { lastGoodAt: hoursAgo(25) }).level).toBe(
      'problem',
    );
    expect(healthAfter(failed, NOW).level).toBe('problem');
  });

  it('is unknown while nobody has started what was just made', () => {
    const silent = { outcome: 'unreachable', latencyMs: 1 } as const;
    const justMade = true;
    expect(healthAfter(silent, NOW, { justMade })).toEqual({
      level: 'unknown',
      reason: expect.stringContaining('Start it'),
    });
    // Once it ran, it is like any other; and what answers wrongly does run.
    expect(
      healthAfter(silent, NOW, { justMade, lastGoodAt: hoursAgo(25) }).level,
    ).toBe('problem');
    expect(
      healthAfter({ outcome: 'protocol-error', latencyMs: 1 }, NOW, {
        justMade,
      }).level,
    ).toBe('problem');
    expect(healthAfter(silent, NOW).level).toBe('problem');
  });

  it('is unknown while nobody lets us ask, and wants attention without a credential', () => {
    expect(healthAfter({ outcome: 'refused', latencyMs: 0 }, NOW).level).toBe(
      'unknown',
    );
    expect(
      healthAfter({ outcome: 'unauthorized', latencyMs: 0 }, NOW).level,
    ).toBe('attention');
  });
});
