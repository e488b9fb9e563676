import { checkVersion } from './parseVersion';
import { VersionError } from './VersionError';

describe('checkVersion', () => {
  it.each(['0.0.0', '1.4.2', '10.20.30', '2.0.0-rc.1', '1.0.0-alpha-x.7.z'])(
    'lets %s pass',
    version => {
      expect(() => checkVersion(version)).not.toThrow();
    },
  );

  it.each([
    ['v1.0.0', /more than a version number\. Write 1\.0\.0\./],
    [' 1.0.0', /Write 1\.0\.0/],
    ['1.0.0+build.7', /build metadata.*plus sign: 1\.0\.0\./],
    ['1.0.0-rc.1+7', /plus sign: 1\.0\.0-rc\.1\./],
    ['latest', /names whatever is newest\. Give the number/],
    ['^1.0.0', /range of versions\. Give one version/],
    ['1.x', /range of versions/],
    ['1.4', /all three numbers, such as 1\.4\.2/],
    ['*', /range of versions/],
    ['', /Version ""/],
    ['01.0.0', /no version of Semantic Versioning/],
    ['1.0.0-', /no version/],
    ['newest', /Write MAJOR\.MINOR\.PATCH/],
    [`1.0.0-${'a'.repeat(250)}`, /no version/],
    ['1.0.9007199254740993', /no version/],
  ])('refuses %j and says what to write', (version, text) => {
    expect(() => checkVersion(version)).toThrow(VersionError);
    expect(() => checkVersion(version)).toThrow(text);
  });

  it('keeps its message short', () => {
    expect(() => checkVersion('x'.repeat(10_000))).toThrow(
      /^Version "x{80}…": .{1,150}$/,
    );
  });
});
