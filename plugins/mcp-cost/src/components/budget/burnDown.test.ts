import { fakeBudget } from '../../../dev/cost';
import { burnDown } from './burnDown';

describe('burnDown', () => {
  it('counts down what is left, and goes on to the expected end', () => {
    const burn = burnDown(fakeBudget())!;
    expect(burn.days).toHaveLength(30);
    expect(burn.left.slice(0, 3)).toEqual([90, 60, null]);
    expect(burn.ahead[0]).toBeNull();
    expect(burn.ahead[1]).toBe(60);
    expect(burn.ahead[29]).toBe(40);
  });

  it('goes below zero when the money does not last', () => {
    const burn = burnDown(fakeBudget({ limitNanos: '30000000000' }))!;
    expect(burn.left[1]).toBe(-10);
  });

  it('ends on the last day of the month', () => {
    const status = fakeBudget({
      burn: [{ day: '2026-11-30', spentNanos: '60000000000' }],
    });
    expect(burnDown(status)?.ahead.at(-1)).toBe(40);
  });

  it('is nothing without a budget', () => {
    expect(burnDown(fakeBudget({ limitNanos: undefined }))).toBeUndefined();
  });
});
