import assert from 'node:assert/strict';
import test from 'node:test';
import { platformRefusal, requireSupportedPlatform } from './platform.mjs';

test('Linux with glibc and macOS are supported', () => {
  assert.equal(
    platformRefusal({ platform: 'linux', arch: 'x64', libc: 'glibc' }),
    undefined,
  );
  assert.equal(
    platformRefusal({ platform: 'linux', arch: 'arm64', libc: 'glibc' }),
    undefined,
  );
  assert.equal(
    platformRefusal({ platform: 'darwin', arch: 'arm64' }),
    undefined,
  );
});

test('other platforms are refused in one line that names them', () => {
  for (const [platform, arch] of [
    ['win32', 'x64'],
    ['linux', 'ppc64'],
    ['freebsd', 'x64'],
  ]) {
    const refusal = platformRefusal({ platform, arch });
    assert.match(refusal, new RegExp(`${platform}-${arch}`));
    assert.equal(refusal.split('\n').length, 1);
  }
});

test('Linux with musl is refused', () => {
  assert.throws(
    () =>
      requireSupportedPlatform({
        platform: 'linux',
        arch: 'x64',
        libc: 'musl',
      }),
    { name: 'Failure', exitCode: 1, message: /musl/ },
  );
});

test('this machine is supported', () => {
  requireSupportedPlatform();
});
