import { partOf, shownChange, shownShare } from './change';

describe('shownChange', () => {
  it.each([
    ['118', '100', 'up 18 %'],
    ['96', '100', 'down 4 %'],
    ['1000000', '1000', 'up 99,900 %'],
    ['100', '100', 'the same'],
    ['0', '0', 'the same'],
    ['100001', '100000', 'about the same'],
    ['5', '0', undefined],
  ])('of %s after %s is %s', (now, before, shown) => {
    expect(shownChange(now, before)).toBe(shown);
  });
});

describe('shares', () => {
  it('have as many places as say something', () => {
    expect(shownShare(0.84)).toBe('84 %');
    expect(shownShare(0.004)).toBe('0.4 %');
    expect(shownShare(0)).toBe('0 %');
    expect(shownShare(12.5)).toBe('1,250 %');
  });

  it('of nothing are nothing', () => {
    expect(partOf('5', '0')).toBe(0);
    expect(partOf('1', '4')).toBe(0.25);
  });
});
