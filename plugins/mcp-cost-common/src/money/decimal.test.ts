import fc from 'fast-check';

import { decimalText, parseDecimal } from './decimal';

describe('parseDecimal', () => {
  it.each([
    ['0', 0n],
    ['12', 12_000_000_000n],
    ['12.50', 12_500_000_000n],
    ['-0.000000001', -1n],
    ['0.000015', 15_000n],
    ['007', 7_000_000_000n],
    ['9007199254740993.000000001', 9_007_199_254_740_993_000_000_001n],
  ])('reads %s', (text, nanos) => {
    expect(parseDecimal(text)).toBe(nanos);
  });

  it.each(['', '1e30', '.5', '5.', '1,5', '+1', ' 1', '0x10', 'NaN', '--1'])(
    'refuses %j as no amount',
    text => {
      expect(() => parseDecimal(text)).toThrow(/is not an amount/);
    },
  );

  it('refuses a tenth place rather than rounding it away', () => {
    expect(() => parseDecimal('1.0000000001')).toThrow(
      /"1.0000000001" has 10 decimal places; amounts have at most 9/,
    );
  });

  it('refuses endless text without telling all of it', () => {
    expect(() => parseDecimal('1'.repeat(100_000))).toThrow(
      /^"1{40}…" is not an amount/,
    );
  });

  it('reads back whatever was written', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 27n), max: 10n ** 27n }), nanos => {
        expect(parseDecimal(decimalText(nanos))).toBe(nanos);
      }),
    );
  });
});
