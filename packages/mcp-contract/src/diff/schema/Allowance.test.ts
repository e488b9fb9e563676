import { Allowance } from './Allowance';
import { TooComplexError } from './Budget';

describe('Allowance', () => {
  const steps = (allowance: Allowance, count: number) =>
    allowance.take(budget => {
      try {
        budget.spend(count);
        return 'enough';
      } catch (error) {
        return error instanceof TooComplexError ? 'too much' : error;
      }
    });

  it('lets each comparison take as much as none should need', () => {
    const allowance = new Allowance();
    expect(steps(allowance, 200_000)).toBe('enough');
    expect(steps(allowance, 400_000)).toBe('too much');
    expect(steps(allowance, 200_000)).toBe('enough');
  });

  it('comes to an end', () => {
    const allowance = new Allowance();
    const taken = Array.from({ length: 20 }, () => steps(allowance, 200_000));
    expect(taken[0]).toBe('enough');
    expect(taken.slice(10)).toEqual(Array(10).fill('too much'));
    expect(steps(allowance, 1)).toBe('too much');
  });
});
