import { relativeTime } from './relativeTime';

const now = new Date('2026-11-21T09:00:00Z');

describe('relativeTime', () => {
  it.each([
    ['2026-11-21T08:59:31Z', 'just now'],
    ['2026-11-21T08:57:01Z', '2 minutes ago'],
    ['2026-11-20T07:00:00Z', '1 day ago'],
    ['2025-10-01T00:00:00Z', '1 year ago'],
    ['2026-11-21T11:30:00Z', 'in 2 hours'],
    ['not a time', 'not a time'],
  ])('says %s as %s', (at, words) => {
    expect(relativeTime(at, now)).toBe(words);
  });
});
