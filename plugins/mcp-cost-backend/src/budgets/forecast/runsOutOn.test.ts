import { dayOf } from '../../time/days';
import { forecastMonth } from './forecastMonth';
import { runsOutOn } from './runsOutOn';

const NOW = new Date('2026-11-21T00:00:00Z');
const TODAY = dayOf(NOW.getTime());
const UNIT = 1_000_000_000n;
/** One a day for 40 days; nothing of today yet. */
const daily = Array.from({ length: 40 }, (_, at) => ({
  day: TODAY - 40 + at,
  costNanos: UNIT,
}));

const outOn = (limit: bigint) =>
  runsOutOn({
    daily,
    forecast: forecastMonth({ daily, now: NOW }),
    limitNanos: limit * UNIT,
    now: NOW,
  });

describe('runsOutOn', () => {
  it('is the day on which the forecast reaches the limit', () => {
    // 20 are spent; the 25th comes on the 25th.
    expect(outOn(25n)).toBe('2026-11-25');
    expect(outOn(30n)).toBe('2026-11-30');
  });

  it('is the day on which it was reached', () => {
    expect(outOn(7n)).toBe('2026-11-07');
    expect(outOn(20n)).toBe('2026-11-20');
  });

  it('is no day of this month when the month ends before', () => {
    expect(outOn(31n)).toBeUndefined();
  });
});
