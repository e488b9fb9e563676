import assert from 'node:assert/strict';
import * as fs from 'node:fs/promises';
import { join } from 'node:path';
import test from 'node:test';
import { makeFolder } from '../testing/folder.mjs';
import { ensureSampleAgentKey, readSampleAgentKey } from './sampleAgentKey.mjs';

const DAY_MS = 24 * 60 * 60 * 1000;

test('the sample agent keeps its key between starts', async t => {
  const folder = await makeFolder(t);
  assert.equal(await readSampleAgentKey(folder), undefined);
  const key = await ensureSampleAgentKey(folder);
  assert.match(key, /^mcpk_[0-9a-f]{16}_[A-Za-z0-9_-]{43}$/);
  assert.equal(await ensureSampleAgentKey(folder), key);
  assert.equal(await readSampleAgentKey(folder), key);
});

test('nobody else can read it', async t => {
  const folder = await makeFolder(t);
  await fs.writeFile(join(folder, 'sample-agent.key'), 'x', { mode: 0o644 });
  await ensureSampleAgentKey(folder);
  const { mode } = await fs.stat(join(folder, 'sample-agent.key'));
  assert.equal(mode & 0o777, 0o600);
});

test('it is renewed before the portal would refuse it', async t => {
  const folder = await makeFolder(t);
  const key = await ensureSampleAgentKey(folder);
  const now = Date.now();
  const at = days => ensureSampleAgentKey(folder, { now: now + days * DAY_MS });
  assert.equal(await at(59), key);
  assert.notEqual(await at(61), key);
});
