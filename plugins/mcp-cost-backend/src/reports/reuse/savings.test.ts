import { ownCostNanos, savings } from './savings';

const UNIT = 1_000_000_000n;
const assumptions = { buildCost: '36000', runCostPerMonth: '500', months: 36 };

describe('what sharing a server saves', () => {
  it('spreads the building over its months, and adds running it', () => {
    // 1,500 a month, for a year.
    expect(ownCostNanos(assumptions, 365)).toBe(18_000n * UNIT);
    expect(ownCostNanos(assumptions, 73)).toBe(3_600n * UNIT);
  });

  it('rounds to the nearest nano-unit', () => {
    expect(
      ownCostNanos({ buildCost: '0', runCostPerMonth: '1', months: 1 }, 1),
    ).toBe(32_876_712n);
  });

  it('is what each further team does not pay', () => {
    expect(savings(100n, [10n, 30n])).toEqual({
      savedNanos: 160n,
      savedPerConsumerNanos: 80n,
    });
  });

  it('is negative where using it costs more than building it', () => {
    expect(savings(100n, [250n]).savedNanos).toBe(-150n);
  });

  it('is a promise where nobody else uses it yet', () => {
    expect(savings(100n, [])).toEqual({
      savedNanos: 0n,
      savedPerConsumerNanos: 100n,
    });
  });
});
