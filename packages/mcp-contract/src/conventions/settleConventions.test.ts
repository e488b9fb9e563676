import { SettingError } from '../settings/SettingError';
import { checkConventions } from './checkConventions';
import type { ConventionSettings } from './convention';
import { CONVENTIONS } from './conventions';
import { settleConventions } from './settleConventions';

describe('settleConventions', () => {
  it('gives the defaults without settings', () => {
    expect(settleConventions()).toEqual(CONVENTIONS);
  });

  it('gives what is in force, and leaves the defaults alone', () => {
    const settled = settleConventions({
      'tool-described': { severity: 'info', options: { minLength: 40 } },
      'output-schema': { severity: 'off' },
    });
    const byId = new Map(settled.map(one => [one.id, one]));
    expect(byId.get('tool-described')).toMatchObject({
      severity: 'info',
      options: { minLength: 40 },
    });
    expect(byId.get('output-schema')).toMatchObject({ severity: 'off' });
    expect(CONVENTIONS.find(({ id }) => id === 'tool-described')).toMatchObject(
      { severity: 'error', options: { minLength: 10 } },
    );
  });

  it.each([
    [{ 'tool-name': {} }, /conventions\.tool-name: .*Use one of .*tool-names/],
    [{ toString: {} }, /no such setting/],
    [{ 'tool-names': null }, /an object/],
    [
      { 'tool-names': { level: 'off' } },
      /tool-names\.level: .*severity, options/,
    ],
    [
      { 'tool-names': { severity: 'fatal' } },
      /"fatal".*error,warning,info,off/,
    ],
    [{ 'tool-names': { options: { styles: 1 } } }, /styles: .*style, pattern/],
    [
      { 'tool-names': { options: { style: 'x' } } },
      /"x".*consistent, snake_case/,
    ],
    [{ 'tool-names': { options: { style: 7 } } }, /7 can not.*consistent/],
    [{ 'tool-names': { options: { pattern: 7 } } }, /Give a string/],
    [{ 'tool-names': { options: { pattern: '(' } } }, /regular expression/],
    [{ 'tool-names': { options: { pattern: '(?=a)' } } }, /of RE2/],
    [{ 'tool-described': { options: { minLength: '9' } } }, /whole number/],
    [{ 'tool-described': { options: { minLength: -1 } } }, /whole number/],
    [{ 'tool-described': { options: { minLength: 1.5 } } }, /whole number/],
    [{ 'auth-declared': { options: { x: 1 } } }, /Leave it out/],
  ])('refuses %j', (settings, text) => {
    const given = settings as unknown as ConventionSettings;
    expect(() => settleConventions(given)).toThrow(SettingError);
    expect(() => settleConventions(given)).toThrow(text);
    expect(() =>
      checkConventions(
        {
          contract: {
            tools: [],
            prompts: [],
            resources: [],
            resourceTemplates: [],
            capabilities: {},
          },
        },
        given,
      ),
    ).toThrow(text);
  });
});

describe('CONVENTIONS', () => {
  it('has one convention of each id', () => {
    const ids = CONVENTIONS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each(CONVENTIONS.map(convention => [convention.id, convention] as const))(
    'says of %s why, and how to fix it',
    (id, { title, why, fix, severity }) => {
      expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(title).toMatch(/^[A-Z].*[^.]$/);
      expect(why).toMatch(/^[A-Z].*\.$/);
      expect(fix).toMatch(/^[A-Z].*\.$/);
      expect(['error', 'warning', 'info']).toContain(severity);
    },
  );
});
