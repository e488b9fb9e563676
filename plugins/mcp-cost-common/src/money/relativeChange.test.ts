import { formatChange, relativeChange, shareOf } from './relativeChange';

describe('relativeChange', () => {
  it('is a part of where it was', () => {
    expect(relativeChange(100n, 118n)).toBe(0.18);
    expect(relativeChange(100n, 0n)).toBe(-1);
    expect(relativeChange(-100n, -50n)).toBe(0.5);
    expect(relativeChange(10n ** 30n, 2n * 10n ** 30n)).toBe(1);
  });

  it('is not there where nothing was', () => {
    expect(relativeChange(0n, 5n)).toBeUndefined();
    expect(shareOf(5n, 0n)).toBeUndefined();
  });

  it.each([
    [0.18, '+18%'],
    [-0.032, '-3.2%'],
    [0.0001, '0%'],
    [0, '0%'],
    [12, '+1,200%'],
  ])('writes %s as %s', (change, written) => {
    expect(formatChange(change)).toBe(written);
  });
});
