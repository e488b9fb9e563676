import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { makeFolder } from '../testing/folder.mjs';
import { fetchNode, isSupportedNode, pickRelease } from './node.mjs';

test('Node 22 from 22.12 on and Node 24 are used as they are', () => {
  for (const version of ['v22.12.0', 'v22.23.2', 'v24.0.0', 'v24.21.0']) {
    assert.equal(isSupportedNode(version), true, version);
  }
});

test('any other Node hands over to one that is fetched', () => {
  for (const version of [
    'v18.20.4',
    'v20.20.2',
    'v22.11.0',
    'v23.11.0',
    'v25.1.0',
    'v26.10.0',
  ]) {
    assert.equal(isSupportedNode(version), false, version);
  }
});

test('each supported platform has a release that is itself supported, with its hash', async () => {
  for (const platform of ['linux', 'darwin']) {
    for (const arch of ['x64', 'arm64']) {
      const { name, version, locked } = await pickRelease({ platform, arch });
      assert.match(name, new RegExp(`${platform}-${arch}$`));
      assert.equal(isSupportedNode(version), true, `${name} ${version}`);
      assert.match(locked.integrity, /^sha512-/);
      assert.equal(locked.resolved, undefined);
    }
  }
});

test('without a release for the platform, the message says which Node to install', async () => {
  await assert.rejects(pickRelease({ platform: 'sunos', arch: 'x64' }), {
    name: 'Failure',
    message: /none to fetch for sunos-x64.*Install Node 24/,
  });
});

/** npm as a function: `result(cwd)` decides what it does and how it ends. */
function npmThat(result) {
  return { run: async ({ cwd }) => result(cwd) };
}

test('a fetch that fails leaves nothing behind and names the missing network', async t => {
  const folder = await makeFolder(t);
  const release = await pickRelease({ platform: 'linux', arch: 'x64' });
  const home = join(folder, 'tools', 'node-x');
  const processes = npmThat(() => ({
    code: 1,
    tail: 'npm error code ENOTFOUND',
  }));
  await assert.rejects(fetchNode({ home, release, processes }), {
    name: 'Failure',
    message: /can't be reached \(ENOTFOUND\)/,
  });
  assert.deepEqual(readdirSync(join(folder, 'tools')), []);
});

test('what an interrupted fetch left behind is replaced', async t => {
  // No process has this id: the system's highest is far lower.
  const folder = await makeFolder(t, {
    'tools/node-x.partial-99999999/package.json': '{}',
    'tools/node-x/package.json': '{}',
  });
  const release = await pickRelease({ platform: 'linux', arch: 'x64' });
  const home = join(folder, 'tools', 'node-x');
  const processes = npmThat(async cwd => {
    await installFake(cwd, release.name);
    return { code: 0, tail: '' };
  });
  await fetchNode({ home, release, processes });
  assert.equal(
    existsSync(join(home, 'node_modules', release.name, 'bin', 'node')),
    true,
  );
  assert.deepEqual(readdirSync(join(folder, 'tools')), ['node-x']);
});

async function installFake(folder, name) {
  const { mkdir, writeFile } = await import('node:fs/promises');
  const bin = join(folder, 'node_modules', name, 'bin');
  await mkdir(bin, { recursive: true });
  await writeFile(join(bin, 'node'), '');
}
