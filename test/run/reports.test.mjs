import assert from 'node:assert/strict';
import { join } from 'node:path';
import test from 'node:test';
import { makeFolder } from '@mcp-portal/launcher/testing/folder.mjs';
import { readJestReport } from './jestReport.mjs';
import { readPlaywrightReport } from './playwrightReport.mjs';
import { readTapCounts } from './tapCounts.mjs';

test('jest: a test file that could not be run is a failure', async t => {
  const folder = await makeFolder(t, {
    'jest.json': {
      numPassedTests: 5,
      numFailedTests: 1,
      numRuntimeErrorTestSuites: 2,
      numPendingTests: 1,
      numTodoTests: 1,
    },
  });
  assert.deepEqual(await readJestReport(join(folder, 'jest.json'), 1), {
    exitCode: 1,
    passed: 5,
    failed: 3,
    skipped: 2,
  });
});

test('a tool that left no report has failed', async () => {
  assert.equal((await readJestReport('/no/report', 0)).failed, 1);
  assert.equal((await readPlaywrightReport('/no/report', 0)).failed, 1);
});

test('Playwright: a test that passed only when tried again is a failure', async t => {
  const folder = await makeFolder(t, {
    'p.json': {
      stats: { expected: 4, unexpected: 0, flaky: 1, skipped: 2 },
      errors: [],
    },
  });
  const report = await readPlaywrightReport(join(folder, 'p.json'), 0);
  assert.deepEqual([report.passed, report.failed, report.skipped], [4, 1, 2]);
});

test('Playwright: an error outside of any test is a failure with its message', async t => {
  const folder = await makeFolder(t, {
    'p.json': {
      stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0 },
      errors: [{ message: 'does not compile' }],
    },
  });
  const report = await readPlaywrightReport(join(folder, 'p.json'), 1);
  assert.deepEqual([report.failed, report.problem], [1, 'does not compile']);
});

test("Node's runner: a cancelled test is a failure", () => {
  const tap =
    '# tests 6\n# pass 3\n# fail 1\n# cancelled 1\n# skipped 1\n# todo 0\n';
  assert.deepEqual(readTapCounts(tap), { passed: 3, failed: 2, skipped: 1 });
});
