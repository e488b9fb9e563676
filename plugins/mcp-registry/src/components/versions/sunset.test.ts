import { daysUntil, sunsetWords } from './sunset';

const now = new Date('2026-11-21T23:30:00Z');

describe('sunset', () => {
  it.each([
    ['2026-11-21', 'today'],
    ['2026-11-22', 'in 1 day'],
    ['2026-12-15', 'in 24 days'],
    ['2026-11-18', '3 days ago'],
    ['some day', 'some day'],
  ])('says %s as %s', (day, words) => {
    expect(sunsetWords(day, now)).toBe(words);
  });

  it('counts days, not hours', () => {
    expect(daysUntil('2026-11-22', now)).toBe(1);
  });
});
