import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'node:test';
import { makeFolder, memoryOutput } from '../testing/folder.mjs';
import {
  dependenciesFingerprint,
  ensureDependencies,
  installFailure,
} from './install.mjs';
import { createPhases } from './phases.mjs';

const WORKSPACE = {
  'package.json': { workspaces: ['packages/*', 'test'] },
  'yarn.lock': 'a@1',
  '.yarnrc.yml': 'nodeLinker: node-modules',
  '.yarn/releases/yarn-4.cjs': '',
  'packages/one/package.json': { name: 'one' },
  'test/package.json': { name: 'test' },
};
const NODE = { version: 'v24.1.0', platform: 'linux', arch: 'x64' };

function install(root, exitCode, output = '') {
  const started = [];
  const stopped = [];
  const processes = {
    start(options) {
      started.push(options.args.slice(1).join(' '));
      return {
        ended: Promise.resolve().then(() => {
          output.split('\n').forEach(line => options.onLine(line));
          return { code: exitCode };
        }),
        tail: () => output,
        stop: () => stopped.push(options.name),
      };
    },
  };
  const phases = createPhases({ out: memoryOutput() });
  return {
    started,
    stopped,
    done: ensureDependencies({ root, phases, processes }),
  };
}

test('the fingerprint changes with the lockfile, any package.json, the Node major and the platform, with nothing else', async t => {
  const root = await makeFolder(t, WORKSPACE);
  const first = await dependenciesFingerprint(root, NODE);
  assert.equal(
    await dependenciesFingerprint(root, { ...NODE, version: 'v24.9.0' }),
    first,
  );
  assert.notEqual(
    await dependenciesFingerprint(root, { ...NODE, version: 'v22.12.0' }),
    first,
  );
  assert.notEqual(
    await dependenciesFingerprint(root, { ...NODE, arch: 'arm64' }),
    first,
  );

  await writeFile(join(root, 'packages/one/index.js'), 'changed');
  assert.equal(await dependenciesFingerprint(root, NODE), first);
  await writeFile(
    join(root, 'packages/one/package.json'),
    '{"name":"one","version":"2"}',
  );
  const second = await dependenciesFingerprint(root, NODE);
  assert.notEqual(second, first);
  await writeFile(join(root, 'yarn.lock'), 'a@2');
  assert.notEqual(await dependenciesFingerprint(root, NODE), second);
});

test('Yarn installs from the lockfile once, and again only when something changed', async t => {
  const root = await makeFolder(t, { ...WORKSPACE, 'node_modules/x': '' });
  const first = install(root, 0);
  await first.done;
  assert.deepEqual(first.started, ['install --immutable']);

  const second = install(root, 0);
  await second.done;
  assert.deepEqual(second.started, []);

  await writeFile(join(root, 'yarn.lock'), 'a@2');
  const third = install(root, 0);
  await third.done;
  assert.deepEqual(third.started, ['install --immutable']);
});

test('an install that failed is done again next time', async t => {
  const root = await makeFolder(t, { ...WORKSPACE, 'node_modules/x': '' });
  await assert.rejects(install(root, 1, 'broken').done, { name: 'Failure' });
  const again = install(root, 0);
  await again.done;
  assert.equal(again.started.length, 1);
});

test('without a network Yarn is stopped at the first package that it gave up on', async t => {
  const root = await makeFolder(t, WORKSPACE);
  const { stopped, done } = install(
    root,
    1,
    '➤ YN0000: ┌ Fetch step\n➤ YN0001: │ RequestError: getaddrinfo ENOTFOUND host',
  );
  await assert.rejects(done, { name: 'Failure', message: /can't be reached/ });
  assert.deepEqual(stopped, ['Yarn']);
});

test('a failed install says in one line what the user can do', () => {
  const message = output => installFailure(1, output).message;
  assert.match(
    message('RequestError: getaddrinfo EAI_AGAIN host'),
    /can't be reached/,
  );
  assert.match(
    message('ENOSPC: no space left on device, write'),
    /disk is full/,
  );
  assert.match(
    message('YN0028: The lockfile would have been modified'),
    /yarn\.lock does not match/,
  );
  assert.match(message('something else'), /Yarn ended with 1.*install\.log/);
  assert.equal(installFailure(1, 'something else').details, 'something else');
});
