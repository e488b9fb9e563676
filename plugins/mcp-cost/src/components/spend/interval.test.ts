import { daysOf, intervalOf, shownStart } from './interval';

describe('interval', () => {
  it('is as fine as a chart can show', () => {
    expect(intervalOf({ from: '2026-11-20', to: '2026-11-22' })).toBe('hour');
    expect(intervalOf({ from: '2026-08-22', to: '2026-11-22' })).toBe('day');
    expect(intervalOf({ from: '2026-01-01', to: '2026-11-22' })).toBe('month');
  });

  it('says when each begins', () => {
    const at = '2026-12-01T14:00:00.000Z';
    expect(shownStart(at, 'hour')).toBe('1 Dec, 14:00');
    expect(shownStart(at, 'day')).toBe('1 Dec');
    expect(shownStart(at, 'month')).toBe('December 2026');
  });

  it('knows the days to look closer at', () => {
    expect(daysOf('2026-12-31T23:00:00.000Z', 'hour')).toEqual({
      from: '2026-12-31',
      to: '2027-01-01',
    });
    expect(daysOf('2026-12-01T00:00:00.000Z', 'month')).toEqual({
      from: '2026-12-01',
      to: '2027-01-01',
    });
  });
});
