import { requiredBump, verdictOf } from './verdict';

describe('requiredBump', () => {
  it.each([
    ['none', 'none', 'none'],
    ['cosmetic', 'patch', 'patch'],
    ['behavioural', 'patch', 'patch'],
    ['additive', 'minor', 'minor'],
    ['breaking', 'major', 'minor'],
  ] as const)('of %s is %s, and %s from 0.y.z', (verdict, stable, early) => {
    expect(requiredBump(verdict)).toBe(stable);
    expect(requiredBump(verdict, '1.0.0')).toBe(stable);
    expect(requiredBump(verdict, '10.2.3')).toBe(stable);
    expect(requiredBump(verdict, '0.4.2')).toBe(early);
    expect(requiredBump(verdict, '0.0.1')).toBe(early);
  });
});

describe('verdictOf', () => {
  it('is the worst class', () => {
    expect(verdictOf([])).toBe('none');
    expect(verdictOf([{ class: 'cosmetic' }, { class: 'additive' }])).toBe(
      'additive',
    );
    expect(verdictOf([{ class: 'behavioural' }, { class: 'cosmetic' }])).toBe(
      'behavioural',
    );
  });
});
