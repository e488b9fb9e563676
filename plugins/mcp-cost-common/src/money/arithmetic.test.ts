import fc from 'fast-check';

import { costOf, divideRounded } from './arithmetic';

const anAmount = fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n });

describe('costOf', () => {
  it('prices tokens by the million', () => {
    expect(
      costOf({ amount: 3_000_000_000n, quantity: 1_234n, per: 1_000_000n }),
    ).toBe(3_702_000n);
  });

  it.each([
    [1n, 2n, 1n],
    [-1n, 2n, -1n],
    [1n, 3n, 0n],
    [2n, 3n, 1n],
    [-2n, 3n, -1n],
    [3n, 2n, 2n],
  ])('rounds %s / %s to %s', (dividend, divisor, rounded) => {
    expect(divideRounded(dividend, divisor)).toBe(rounded);
  });

  it('is within half a unit, and takes back exactly what it charged', () => {
    fc.assert(
      fc.property(
        anAmount,
        fc.bigInt({ min: 0n, max: 10n ** 12n }),
        fc.bigInt({ min: 1n, max: 10n ** 9n }),
        (amount, quantity, per) => {
          const cost = costOf({ amount, quantity, per });
          const error = 2n * (cost * per - amount * quantity);
          expect(error <= per && error >= -per).toBe(true);
          expect(costOf({ amount: -amount, quantity, per })).toBe(-cost);
        },
      ),
    );
  });

  it('divides by nothing but what is above zero', () => {
    expect(() => divideRounded(1n, 0n)).toThrow(RangeError);
  });
});
