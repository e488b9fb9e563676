import { readRange, resolveVersion, takesNew } from './resolveVersion';

const VERSIONS = [
  { version: '3.0.0-rc.1', status: 'active' as const },
  { version: '2.1.0', status: 'deprecated' as const },
  { version: '2.0.0', status: 'active' as const },
  { version: '1.5.0', status: 'deleted' as const },
  { version: '1.4.0', status: 'deprecated' as const },
];

const take = (range?: string, versions = VERSIONS) =>
  resolveVersion(versions, readRange(range))?.version;

describe('the version that an agent takes', () => {
  it.each([
    ['^2.0.0', '2.1.0'],
    ['~2.0.0', '2.0.0'],
    ['1.x', '1.4.0'],
    ['*', '2.1.0'],
    ['>=3.0.0-0', '3.0.0-rc.1'],
    ['^4.0.0', undefined],
    ['1.5.0', undefined],
  ])('is the newest that is not deleted in the range %s', (range, version) => {
    expect(take(range)).toBe(version);
  });

  it('is the newest active release, without a range or with one that is none', () => {
    expect(take()).toBe('2.0.0');
    expect(take('whatever is newest')).toBe('2.0.0');
  });

  it('is the newest that is left, when no release is active', () => {
    expect(take(undefined, VERSIONS.slice(0, 2))).toBe('3.0.0-rc.1');
    expect(take(undefined, VERSIONS.slice(1, 2))).toBe('2.1.0');
    expect(take(undefined, VERSIONS.slice(3, 4))).toBeUndefined();
  });
});

describe('a new version is taken', () => {
  const takes = (version: string, range?: string, versions = VERSIONS) =>
    takesNew(version, readRange(range), versions);

  it('by those whose range has it', () => {
    expect(takes('2.0.1', '^2.0.0')).toBe(true);
    expect(takes('3.0.0', '^2.0.0')).toBe(false);
    expect(takes('2.2.0-beta', '^2.0.0')).toBe(false);
  });

  it('by those who follow the newest, if it is', () => {
    expect(takes('3.0.0')).toBe(true);
    expect(takes('2.0.1')).toBe(true);
    expect(takes('1.6.0')).toBe(false);
    expect(takes('3.0.0-rc.2')).toBe(false);
    expect(takes('3.0.0-rc.2', undefined, VERSIONS.slice(0, 1))).toBe(true);
    expect(takes('0.1.0', undefined, [])).toBe(true);
  });
});
