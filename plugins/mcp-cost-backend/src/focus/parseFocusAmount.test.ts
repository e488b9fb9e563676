import fc from 'fast-check';

import { parseFocusAmount } from './parseFocusAmount';

const UNIT = 10n ** 30n;
const read = (text: string) => parseFocusAmount(text, 'EffectiveCost');

describe('parseFocusAmount', () => {
  it.each([
    ['0', 0n],
    ['-0.000', 0n],
    ['12', 12n * UNIT],
    ['-3.25', (-13n * UNIT) / 4n],
    ['.5', UNIT / 2n],
    ['1.2E-7', (12n * UNIT) / 10n ** 8n],
    ['1.5e+3', 1_500n * UNIT],
    ['0.00000000000000000001', 10n ** 10n],
  ])('reads %s exactly', (text, amount) => {
    expect(read(text)).toBe(amount);
  });

  it.each(['', '-', '.', '1,5', '$5', '+333', '1 1/2', 'NaN', '(5)', '0x1'])(
    'refuses %j',
    text => {
      expect(() => read(text)).toThrow(/^EffectiveCost is .* no decimal/);
    },
  );

  it('refuses the absurd', () => {
    expect(() => read('1e30')).toThrow('more than any bill');
    expect(() => read('9'.repeat(13))).toThrow('more than any bill');
    expect(() => read(`0.${'0'.repeat(30)}1`)).toThrow('decimal places');
    expect(() => read('1'.repeat(100_000))).toThrow('no decimal number');
  });

  it('reads any amount with thirty places', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }),
        amount => {
          const size = (amount < 0n ? -amount : amount)
            .toString()
            .padStart(31, '0');
          const text = `${amount < 0n ? '-' : ''}${size.slice(
            0,
            -30,
          )}.${size.slice(-30)}`;
          expect(read(text)).toBe(amount);
        },
      ),
    );
  });
});
