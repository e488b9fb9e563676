import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'node:test';
import { makeFolder } from '../testing/folder.mjs';
import { runLauncher, runScript } from '../testing/run.mjs';
import {
  lockDataFolder,
  prepareDataFolder,
  runningPortal,
} from './dataFolder.mjs';

test('reset removes the data and says what it removed', async t => {
  const data = join(await makeFolder(t), 'data');
  await prepareDataFolder('/nowhere', data);
  await writeFile(join(data, 'catalog.sqlite'), 'x');
  await mkdir(join(data, 'repositories', 'payments'), { recursive: true });
  const { code, output } = await runLauncher(['reset'], {
    env: { MCP_PORTAL_DATA: data },
  });
  assert.equal(code, 0, output);
  assert.match(
    output,
    /Removed from .*: catalog\.sqlite, logs, repositories\./,
  );
  assert.deepEqual(readdirSync(data), ['.mcp-portal']);
});

test('reset refuses while the portal runs', async t => {
  const folder = await makeFolder(t, {
    'launch.mjs': 'process.stdout.write("up\\n"); setInterval(() => {}, 1000);',
  });
  const data = join(folder, 'data');
  await prepareDataFolder('/nowhere', data);
  const portal = runScript(join(folder, 'launch.mjs'));
  t.after(() => portal.child.kill('SIGKILL'));
  await portal.printed(/up/);
  await writeFile(
    join(data, 'portal.lock'),
    JSON.stringify({ pid: portal.child.pid, url: 'http://localhost:3000' }),
  );
  const { code, output } = await runLauncher(['reset'], {
    env: { MCP_PORTAL_DATA: data },
  });
  assert.equal(code, 1);
  assert.match(
    output,
    /Error: The portal is running at http:\/\/localhost:3000 .*Stop it, then reset\.\n$/,
  );
  assert.equal(existsSync(join(data, 'portal.lock')), true);
  await assert.rejects(lockDataFolder(data, { url: 'x' }), {
    message: /running already/,
  });
});

test("reset empties no folder that is not the portal's", async t => {
  const folder = await makeFolder(t, { 'letter.txt': 'dear' });
  const { code, output } = await runLauncher(['reset'], {
    env: { MCP_PORTAL_DATA: folder },
  });
  assert.equal(code, 1);
  assert.match(output, /not the portal's data folder/);
  assert.deepEqual(readdirSync(folder), ['letter.txt']);
});

test('start takes no folder that holds something else', async t => {
  const folder = await makeFolder(t, { 'letter.txt': 'dear' });
  await assert.rejects(prepareDataFolder('/nowhere', folder), {
    name: 'Failure',
  });
});

test('the lock of a launcher that was killed does not count', async t => {
  const folder = await makeFolder(t, {
    'portal.lock': { pid: 99999999, url: 'http://localhost:3000' },
  });
  assert.equal(await runningPortal(folder), undefined);
  const unlock = await lockDataFolder(folder, { url: 'http://localhost:3000' });
  await unlock();
  assert.equal(existsSync(join(folder, 'portal.lock')), false);
});
