import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { makeFolder } from '../testing/folder.mjs';
import { runScript, untilGone } from '../testing/run.mjs';
import { createProcesses } from './processes.mjs';

const PARENT = fileURLToPath(
  new URL('../testing/stubbornParent.mjs', import.meta.url),
);

async function startFamily(t) {
  const parent = runScript(PARENT);
  t.after(() => parent.child.kill('SIGKILL'));
  const [, ...pids] = await parent.printed(/pids (\d+) (\d+) (\d+) ready/);
  return { parent, pids: pids.map(Number) };
}

test('Ctrl-C ends every child and grandchild, also those that refuse', async t => {
  const { parent, pids } = await startFamily(t);
  parent.child.kill('SIGINT');
  const { code } = await parent.ended;
  assert.equal(code, 130);
  await Promise.all(pids.map(pid => untilGone(pid)));
});

test('SIGTERM does the same', async t => {
  const { parent, pids } = await startFamily(t);
  parent.child.kill('SIGTERM');
  assert.equal((await parent.ended).code, 143);
  await Promise.all(pids.map(pid => untilGone(pid)));
});

test('a launcher that is killed leaves no orphans', async t => {
  const { parent, pids } = await startFamily(t);
  parent.child.kill('SIGKILL');
  await Promise.all(pids.map(pid => untilGone(pid)));
});

test('a child that could not be started is reported by its end', async () => {
  const processes = createProcesses();
  const child = processes.start({
    name: 'x',
    command: '/no/such/program',
    onLine: () => {},
  });
  await assert.rejects(child.ended, { code: 'ENOENT' });
  await processes.stopAll();
});

test('output goes to the log without colours, and the last lines are kept', async t => {
  const folder = await makeFolder(t);
  const processes = createProcesses();
  t.after(() => processes.stopAll());
  const lines = [];
  const { code, tail } = await processes.run({
    name: 'x',
    command: process.execPath,
    args: [
      '-e',
      'console.log("\\u001b[31mred\\u001b[39m"); console.error("two"); process.exit(3)',
    ],
    logFile: join(folder, 'x.log'),
    onLine: line => lines.push(line),
  });
  assert.equal(code, 3);
  assert.deepEqual(lines.sort(), ['red', 'two']);
  assert.deepEqual(tail.split('\n').sort(), ['red', 'two']);
});

test('at the end temporary folders go, and last steps are done after the children have ended', async t => {
  const folder = join(await makeFolder(t), 'temporary');
  await mkdir(folder);
  const processes = createProcesses();
  const child = processes.start({
    name: 'x',
    command: process.execPath,
    args: ['-e', 'setInterval(() => {}, 1000)'],
  });
  processes.removeAtEnd(folder);
  let runningAtLastStep;
  processes.atEnd(() => {
    runningAtLastStep = child.isRunning();
  });
  await processes.stopAll();
  assert.equal(runningAtLastStep, false);
  assert.equal(existsSync(folder), false);
});
