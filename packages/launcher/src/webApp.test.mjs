import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'node:test';
import { makeFolder, memoryOutput } from '../testing/folder.mjs';
import { createPhases } from './phases.mjs';
import { ensureWebApp } from './webApp.mjs';

const WORKSPACE = {
  'package.json': { workspaces: ['packages/*', 'plugins/*'] },
  'yarn.lock': '',
  'tsconfig.json': '{}',
  'app-config.yaml': 'app: {}',
  'packages/app/package.json': {
    name: 'app',
    dependencies: { pages: '1', react: '18' },
  },
  'packages/app/src/index.tsx': 'app',
  'plugins/pages/package.json': {
    name: 'pages',
    dependencies: { common: '1' },
  },
  'plugins/pages/src/index.ts': 'pages',
  'plugins/common/package.json': { name: 'common' },
  'plugins/common/src/index.ts': 'common',
  'plugins/backend/package.json': { name: 'backend' },
  'plugins/backend/src/index.ts': 'backend',
};

function ensure(root, { exitCode = 0 } = {}) {
  let builds = 0;
  const processes = {
    run: async ({ cwd }) => {
      builds += 1;
      await mkdir(join(cwd, 'dist'), { recursive: true });
      await writeFile(join(cwd, 'dist/index.html'), '');
      return { code: exitCode, tail: 'the reason' };
    },
  };
  const phases = createPhases({ out: memoryOutput() });
  return ensureWebApp({ root, phases, processes }).then(() => builds);
}

test('the web app is built once, and again when a source of it changes', async t => {
  const root = await makeFolder(t, WORKSPACE);
  assert.equal(await ensure(root), 1);
  assert.equal(await ensure(root), 0);
  for (const file of [
    'packages/app/src/index.tsx',
    'plugins/pages/src/index.ts',
    'plugins/common/src/index.ts',
    'app-config.yaml',
  ]) {
    await writeFile(join(root, file), 'changed');
    assert.equal(await ensure(root), 1, file);
  }
});

test('what is not in the web app does not cause a build: tests, texts, other plugins', async t => {
  const root = await makeFolder(t, WORKSPACE);
  await ensure(root);
  for (const file of [
    'plugins/pages/src/index.test.ts',
    'plugins/pages/README.md',
    'plugins/backend/src/index.ts',
  ]) {
    await writeFile(join(root, file), 'changed');
  }
  assert.equal(await ensure(root), 0);
});

test('a failed build shows its reason and is done again', async t => {
  const root = await makeFolder(t, WORKSPACE);
  await assert.rejects(ensure(root, { exitCode: 1 }), {
    name: 'Failure',
    message: /could not be built/,
    details: 'the reason',
  });
  assert.equal(await ensure(root), 1);
});
