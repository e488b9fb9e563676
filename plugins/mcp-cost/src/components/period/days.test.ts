import {
  daysBetween,
  daysInMonth,
  daysLater,
  lastDays,
  monthUntilNow,
  shownDuration,
} from './days';

describe('days', () => {
  it('are counted in UTC, to the day after', () => {
    const now = new Date('2026-11-30T23:30:00Z');
    expect(monthUntilNow(now)).toEqual({
      from: '2026-11-01',
      to: '2026-12-01',
    });
    expect(lastDays(30, now)).toEqual({ from: '2026-11-01', to: '2026-12-01' });
  });

  it('know the months', () => {
    expect(daysInMonth('2026-02')).toBe(28);
    expect(daysInMonth('2028-02')).toBe(29);
    expect(daysLater('2026-02-28', 1)).toBe('2026-03-01');
    expect(daysBetween('2026-03-01', '2026-02-27')).toBe(-2);
  });

  it('say how long something lasted', () => {
    const from = '2026-11-21T10:00:00Z';
    expect(shownDuration(from, '2026-11-21T10:00:10Z')).toBe(
      'less than a minute',
    );
    expect(shownDuration(from, '2026-11-21T10:01:00Z')).toBe('1 minute');
    expect(shownDuration(from, '2026-11-21T13:00:00Z')).toBe('3 hours');
    expect(shownDuration(from, '2026-11-24T10:00:00Z')).toBe('3 days');
  });
});
