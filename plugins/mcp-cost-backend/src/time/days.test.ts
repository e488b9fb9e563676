import { dayOf, dayText, parseDay } from './days';

describe('days', () => {
  it('are counted from 1970 in UTC', () => {
    expect(dayOf(Date.parse('2026-11-21T23:59:59.999Z'))).toBe(20778);
    expect(dayText(20778)).toBe('2026-11-21');
    expect(parseDay('2026-11-21', 'validFrom')).toBe(20778);
    expect(dayOf(-1)).toBe(-1);
  });

  it.each(['2026-02-30', '2026-13-01', '21.11.2026', '', '2026-11-21T00:00Z'])(
    'are not %j',
    text => {
      expect(() => parseDay(text, 'validFrom')).toThrow(
        /^validFrom is .*, which is no day/,
      );
    },
  );
});
