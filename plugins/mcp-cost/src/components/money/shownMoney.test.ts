import { drawnAmount, exactMoney, shortMoney, shownMoney } from './shownMoney';

describe('shownMoney', () => {
  it.each([
    ['0', '$0.00'],
    ['12400000000', '$12.40'],
    ['999990000000', '$999.99'],
    ['1204560000000', '$1,205'],
    ['100000000', '$0.10'],
    ['3200000', '$0.0032'],
    ['1', '$0.000000001'],
    ['-3200000', '-$0.0032'],
    ['-5000000000000', '-$5,000'],
  ])('says %s nano-units as %s', (nanos, shown) => {
    expect(shownMoney(nanos, 'USD')).toBe(shown);
  });

  it('keeps every place of what a float could not hold', () => {
    expect(exactMoney('123456789012345678901234567', 'USD')).toBe(
      '$123,456,789,012,345,678.901234567',
    );
  });

  it('has the portal’s currency', () => {
    expect(shownMoney('12400000000', 'EUR')).toBe('€12.40');
    expect(shownMoney('12000000000', 'JPY')).toBe('¥12');
  });

  it('is short on an axis', () => {
    expect(shortMoney(1204, 'USD')).toBe('$1.2K');
    expect(shortMoney(0.0125, 'USD')).toBe('$0.0125');
    expect(drawnAmount('1500000000')).toBe(1.5);
  });
});
