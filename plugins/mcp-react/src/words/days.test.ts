import { shownDay } from './days';

describe('days', () => {
  it('writes a day out, and leaves what is none as it is', () => {
    expect(shownDay('2026-12-15')).toBe('15 December 2026');
    expect(shownDay('some day')).toBe('some day');
  });
});
