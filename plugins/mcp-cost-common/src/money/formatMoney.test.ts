import { formatMoney } from './formatMoney';
import { parseDecimal } from './decimal';

const dollars = (text: string, format?: Parameters<typeof formatMoney>[2]) =>
  formatMoney(parseDecimal(text), 'USD', format);

describe('formatMoney', () => {
  it.each([
    ['0', '$0.00'],
    ['1204', '$1,204.00'],
    ['-3.5', '-$3.50'],
    ['0.999', '$1.00'],
    ['0.15', '$0.15'],
    ['0.0042', '$0.0042'],
    ['0.000015', '$0.000015'],
    ['0.000000001', '$0.000000001'],
    ['-0.000015', '-$0.000015'],
    ['9007199254740993.01', '$9,007,199,254,740,993.01'],
  ])('writes %s as %s', (text, written) => {
    expect(dollars(text)).toBe(written);
  });

  it.each([
    ['1234', '$1.2K'],
    ['4000000', '$4M'],
    ['120', '$120'],
    ['0', '$0'],
    ['0.02', '$0.02'],
    ['0.000015', '$0.000015'],
  ])('shortens %s to %s', (text, written) => {
    expect(dollars(text, { compact: true })).toBe(written);
  });

  it('knows the places of a currency, and of a locale', () => {
    expect(formatMoney('1234000000000', 'JPY')).toBe('¥1,234');
    expect(formatMoney('500000000', 'JPY')).toBe('¥0.5');
    expect(
      formatMoney('1234500000000', 'EUR', { locale: 'de' }).replace(/\s/g, ' '),
    ).toBe('1.234,50 €');
  });

  it('tells all places, and the sign, where asked', () => {
    expect(dollars('12.345678901', { exact: true })).toBe('$12.345678901');
    expect(dollars('2', { signed: true })).toBe('+$2.00');
    expect(dollars('0', { signed: true })).toBe('$0.00');
  });

  it.each([
    ['1204.56', '$1,205'],
    ['-5000', '-$5,000'],
    ['999.99', '$999.99'],
    ['0.0032', '$0.0032'],
    ['9007199254740993.01', '$9,007,199,254,740,993'],
  ])('briefly writes %s as %s', (text, written) => {
    expect(dollars(text, { brief: true })).toBe(written);
  });

  it('has no negative zero', () => {
    expect(formatMoney('-0', 'USD')).toBe('$0.00');
    expect(formatMoney('-0', 'USD', { compact: true })).toBe('$0');
  });

  it('refuses what is no amount', () => {
    expect(() => formatMoney('12.5', 'USD')).toThrow('nano-units');
  });
});
