import {
  isDay,
  namedPeriod,
  periodQuery,
  readPeriod,
  shownDays,
  shownPeriod,
} from './period';

const now = new Date('2026-01-21T23:30:00Z');
const read = (query: string) => readPeriod(new URLSearchParams(query), now);

describe('period', () => {
  it('is this month where the address says nothing, or nothing sensible', () => {
    const thisMonth = {
      name: 'this-month',
      from: '2026-01-01',
      to: '2026-01-22',
    };
    for (const query of [
      '',
      'period=forever',
      'from=2026-01-01',
      'from=2026-02-31&to=2026-03-05',
      'from=2026-01-05&to=2026-01-05',
    ]) {
      expect(read(query)).toEqual(thisMonth);
    }
  });

  it('crosses the turn of the year', () => {
    expect(read('period=last-month')).toEqual({
      name: 'last-month',
      from: '2025-12-01',
      to: '2026-01-01',
    });
    expect(read('period=30-days')).toMatchObject({ from: '2025-12-23' });
  });

  it.each(['', 'period=90-days', 'from=2025-12-30&to=2026-01-02'])(
    'is written as it was read: %s',
    query => {
      expect(String(new URLSearchParams(periodQuery(read(query))))).toBe(query);
    },
  );

  it('is told with its last day, as people count', () => {
    expect(shownPeriod(namedPeriod('last-month', now))).toBe('Last month');
    expect(shownDays({ from: '2026-01-03', to: '2026-01-04' })).toBe(
      '3 Jan 2026',
    );
    expect(shownDays({ from: '2026-01-03', to: '2026-02-01' })).toBe(
      '3–31 Jan 2026',
    );
    expect(shownPeriod(read('from=2025-12-30&to=2026-01-02'))).toBe(
      '30 Dec 2025 to 1 Jan 2026',
    );
  });

  it('knows days from what only looks like one', () => {
    expect(isDay('2028-02-29')).toBe(true);
    expect(isDay('2026-02-29')).toBe(false);
    expect(isDay('2026-13-01')).toBe(false);
    expect(isDay('yesterday')).toBe(false);
  });
});
