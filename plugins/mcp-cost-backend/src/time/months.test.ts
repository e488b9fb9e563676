import { dayText, parseDay } from './days';
import { addMonths, monthOf } from './months';

describe('months', () => {
  it('begin on their first day, also over the end of a year', () => {
    const month = monthOf(parseDay('2026-12-31', 'day'));
    expect(dayText(month)).toBe('2026-12-01');
    expect(dayText(addMonths(month, 1))).toBe('2027-01-01');
    expect(dayText(addMonths(month, -12))).toBe('2025-12-01');
  });
});
