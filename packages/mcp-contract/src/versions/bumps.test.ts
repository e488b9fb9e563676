import { bumpBetween, isEnough, isSameLine, raise } from './bumps';
import { parseVersion } from './parseVersion';

const v = parseVersion;

describe('A bump', () => {
  it.each([
    ['1.2.3', '2.0.0', 'major'],
    ['1.2.3', '1.3.0', 'minor'],
    ['1.2.3', '1.2.4', 'patch'],
    ['1.2.3', '2.0.0-rc.1', 'major'],
    ['1.2.3-rc.1', '1.2.3', 'none'],
    ['0.2.3', '1.0.0', 'major'],
  ])('from %s to %s is %s', (lower, higher, bump) => {
    expect(bumpBetween(v(lower), v(higher))).toBe(bump);
  });

  it('may be larger than needed, not smaller', () => {
    expect(isEnough('major', 'minor')).toBe(true);
    expect(isEnough('minor', 'minor')).toBe(true);
    expect(isEnough('patch', 'minor')).toBe(false);
    expect(isEnough('none', 'patch')).toBe(false);
  });
});

describe('raise', () => {
  it.each([
    ['1.2.3', 'none', '1.2.4'],
    ['1.2.3', 'patch', '1.2.4'],
    ['1.2.3', 'minor', '1.3.0'],
    ['1.2.3', 'major', '2.0.0'],
    ['1.2.9007199254740991', 'patch', '1.3.0'],
  ] as const)('of %s by %s is %s', (version, bump, expected) => {
    expect(raise(v(version), bump).version).toBe(expected);
  });

  it('says when there are no more numbers', () => {
    const last = v('9007199254740991.9007199254740991.9007199254740991');
    expect(() => raise(last, 'patch')).toThrow(/there is no higher version/);
  });
});

describe('isSameLine', () => {
  it.each([
    ['1.0.0', '1.9.0', true],
    ['1.0.0', '2.0.0', false],
    ['0.1.0', '0.1.9', true],
    ['0.1.0', '0.2.0', false],
    ['0.1.0', '1.1.0', false],
  ])('of %s and %s is %s', (a, b, expected) => {
    expect(isSameLine(v(a), v(b))).toBe(expected);
  });
});
