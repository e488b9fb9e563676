import assert from 'node:assert/strict';
import test from 'node:test';
import { memoryOutput } from '../testing/folder.mjs';
import { createPhases } from './phases.mjs';

function phasesAt(times, options = {}) {
  const out = memoryOutput();
  return {
    out,
    phases: createPhases({ out, now: () => times.shift(), ...options }),
  };
}

test('a phase ends with a line that says the time, the name and the result', async () => {
  const { out, phases } = phasesAt([0, 1_000, 13_340]);
  await phases.run('Dependencies', async () => 'installed');
  assert.equal(out.text, '  12.3 s  Dependencies   installed\n');
});

test('a phase that fails leaves no finished line, and says so when abandoned', async () => {
  const { out, phases } = phasesAt([0, 0, 2_000]);
  await assert.rejects(
    phases.run('Node', async () => {
      throw new Error('no');
    }),
  );
  assert.equal(out.text, '');
  phases.abandon();
  assert.equal(out.text, '   2.0 s  Node           not finished\n');
});

test('on a terminal the running phase is drawn in place and replaced by its result', async () => {
  const out = memoryOutput({ isTTY: true });
  const phases = createPhases({ out, now: () => 0, interactive: true });
  await phases.run('Node', async () => '24');
  const clear = '\r\u001b[2K';
  assert.equal(
    out.text,
    `${clear}   0.0 s  Node${clear}   0.0 s  Node           24\n`,
  );
});

test('what is said between goes to a line of its own', async () => {
  const { out, phases } = phasesAt([0, 0, 0]);
  await phases.run('Portal', async () => {
    phases.say('something');
    return 'ready';
  });
  assert.equal(out.text, 'something\n   0.0 s  Portal         ready\n');
});

test('after another process has taken over, nothing is said', async () => {
  const { out, phases } = phasesAt([0, 0, 0]);
  phases.silence();
  phases.say('Stopping …');
  assert.equal(out.text, '');
});
