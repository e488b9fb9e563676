import fc from 'fast-check';

import { dayOf } from '../../time/days';
import { seasonalCosts } from './__testUtils__/seasonalCosts';
import { type DayCost, forecastMonth } from './forecastMonth';
import { monthOf } from './Month';

const NOW = new Date('2026-11-21T12:00:00Z');
const TODAY = dayOf(NOW.getTime());

/** Days one after the other; the last one is today. */
function daysUntilToday(costs: readonly bigint[]): DayCost[] {
  return costs.map((costNanos, at) => ({
    day: TODAY - costs.length + 1 + at,
    costNanos,
  }));
}

function read({
  spentNanos,
  expectedNanos,
  lowNanos,
  highNanos,
}: ReturnType<typeof forecastMonth>) {
  return {
    spent: BigInt(spentNanos),
    expected: BigInt(expectedNanos),
    low: BigInt(lowNanos),
    high: BigInt(highNanos),
  };
}

const forecast = (daily: readonly DayCost[], now = NOW) =>
  read(forecastMonth({ daily, now }));

const someCosts = fc.array(fc.bigInt({ min: 0n, max: 10n ** 15n }), {
  minLength: 1,
  maxLength: 91,
});

describe('forecastMonth', () => {
  it('goes on as a flat series did', () => {
    const daily = daysUntilToday(new Array(60).fill(7_000_000_000n));
    const flat = forecast(daily);
    expect(flat.spent).toBe(21n * 7_000_000_000n);
    expect(flat.expected).toBe(30n * 7_000_000_000n);
    expect(Number(flat.high - flat.low)).toBeLessThan(
      0.05 * Number(flat.expected),
    );
  });

  it('knows weekends from working days', () => {
    // 2026-11-21 is a Saturday: 9 days are left, 4 of them on weekends.
    const daily = Array.from({ length: 60 }, (_, at) => {
      const day = TODAY - 59 + at;
      const isWeekend = [0, 6].includes(new Date(day * 86_400_000).getUTCDay());
      return { day, costNanos: isWeekend ? 0n : 1_000_000_000n };
    });
    const { spent, expected } = forecast(daily);
    expect(spent).toBe(15_000_000_000n);
    expect(Number(expected - spent)).toBeGreaterThan(5.5e9);
    expect(Number(expected - spent)).toBeLessThan(7e9);
  });

  it('is not led astray by one day', () => {
    const calm = new Array<bigint>(60).fill(1_000_000_000n);
    const spiked = [...calm];
    spiked[45] = 200_000_000_000n;
    const rest = (costs: bigint[]) => {
      const { expected, spent } = forecast(daysUntilToday(costs));
      return Number(expected - spent);
    };
    expect(rest(spiked)).toBeLessThan(1.2 * rest(calm));
  });

  it('follows a lasting rise', () => {
    const costs = Array.from({ length: 80 }, (_, at) =>
      at < 60 ? 1_000_000_000n : 3_000_000_000n,
    );
    const { expected, spent } = forecast(daysUntilToday(costs));
    expect(Number(expected - spent)).toBeGreaterThan(9 * 2e9);
  });

  it('says little for sure after a few days, and more after many', () => {
    const width = (days: number) => {
      const { low, high, expected, spent } = forecast(
        daysUntilToday(new Array(days).fill(1_000_000_000n)),
      );
      return Number(high - low) / Number(expected - spent);
    };
    expect(width(3)).toBeGreaterThan(0.8);
    expect(width(3)).toBeGreaterThan(width(20));
    expect(width(20)).toBeGreaterThan(width(80));
  });

  it('knows nothing without history, and says so', () => {
    expect(forecastMonth({ daily: [], now: NOW })).toMatchObject({
      month: '2026-11',
      spentNanos: '0',
      expectedNanos: '0',
      lowNanos: '0',
      highNanos: '0',
      daysOfHistory: 0,
    });
  });

  it('counts what was spent exactly, credits too, and never falls below', () => {
    fc.assert(
      fc.property(
        fc.array(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 18n }), {
          minLength: 1,
          maxLength: 91,
        }),
        costs => {
          const daily = daysUntilToday(costs);
          const { spent, low, expected, high } = forecast(daily);
          const { firstDay } = monthOf(NOW);
          expect(spent).toBe(
            daily
              .filter(({ day }) => day >= firstDay)
              .reduce((sum, { costNanos }) => sum + costNanos, 0n),
          );
          expect(spent <= low && low <= expected && expected <= high).toBe(
            true,
          );
        },
      ),
      { numRuns: 50 },
    );
  });

  it('says the same in any unit', () => {
    fc.assert(
      fc.property(someCosts, costs => {
        const small = forecast(daysUntilToday(costs));
        const large = forecast(daysUntilToday(costs.map(cost => cost * 1024n)));
        const off = large.expected - small.expected * 1024n;
        // Each day that is left is rounded to a unit.
        expect(off <= 10n * 1024n && off >= -10n * 1024n).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  it('never expects less because more was spent today', () => {
    fc.assert(
      fc.property(
        someCosts,
        fc.bigInt({ min: 0n, max: 10n ** 16n }),
        (costs, more) => {
          const before = forecast(daysUntilToday(costs));
          const last = costs[costs.length - 1] + more;
          const after = forecast(daysUntilToday([...costs.slice(0, -1), last]));
          expect(after.expected >= before.expected).toBe(true);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('holds about eight of ten generated months in its range', () => {
    let months = 0;
    let hits = 0;
    for (const noise of [0.1, 0.3, 0.6]) {
      for (const growth of [-0.1, 0, 0.1]) {
        for (let seed = 1; seed <= 15; seed++) {
          const costs = seasonalCosts({
            seed: seed * 977,
            days: 130,
            noise,
            growth,
            drift: 0.02,
          });
          for (const at of [96, 103, 110, 117]) {
            // The series ends with November.
            const start = dayOf(Date.UTC(2026, 10, 30)) - 129;
            const now = new Date((start + at) * 86_400_000 + 43_200_000);
            const { firstDay, endDay } = monthOf(now);
            const daily = costs.slice(0, at + 1).map((costNanos, index) => ({
              day: start + index,
              costNanos: index === at ? costNanos / 2n : costNanos,
            }));
            const { low, high } = forecast(daily, now);
            const actual = costs
              .slice(Math.max(0, firstDay - start), endDay - start)
              .reduce((sum, cost) => sum + cost, 0n);
            months += 1;
            hits += actual >= low && actual <= high ? 1 : 0;
          }
        }
      }
    }
    expect(hits / months).toBeGreaterThan(0.72);
    expect(hits / months).toBeLessThan(0.9);
  });
});
