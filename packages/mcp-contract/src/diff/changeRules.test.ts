import { CHANGE_CLASSES } from './change';
import { CHANGE_RULES } from './changeRules';

describe('CHANGE_RULES', () => {
  it('has one rule of each id', () => {
    const ids = CHANGE_RULES.map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it.each(CHANGE_RULES.map(rule => [rule.id, rule] as const))(
    'says of %s what it is and why',
    (id, rule) => {
      expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(CHANGE_CLASSES).toContain(rule.class);
      expect(rule.title).toMatch(/^\S.*[^.\s]$/);
      expect(rule.why).toMatch(/^\S.*\.$/);
    },
  );

  it('counts what is undecided as breaking', () => {
    for (const rule of CHANGE_RULES.filter(({ undecided }) => undecided)) {
      expect(rule.class).toBe('breaking');
    }
  });
});
