import assert from 'node:assert/strict';
import test from 'node:test';
import { closingLine, judge, succeeded, summaryTable } from './summary.mjs';

test('a suite that ran nothing has failed', () => {
  const result = judge('unit', { passed: 0, failed: 0, exitCode: 0 }, 10);
  assert.equal(result.failed, 1);
  assert.equal(result.problem, 'it ran nothing');
  assert.equal(succeeded([result]), false);
});

test('a suite in which everything was skipped ran nothing', () => {
  assert.equal(
    judge('unit', { passed: 0, failed: 0, skipped: 4 }, 10).problem,
    'it ran nothing',
  );
});

test('a tool that failed without naming a test is one failure', () => {
  const result = judge('types', { passed: 12, failed: 0, exitCode: 2 }, 10);
  assert.equal(result.failed, 1);
  assert.equal(result.problem, 'its tool ended with 2');
});

test('a problem makes a failure of a suite that passed otherwise', () => {
  assert.equal(
    judge('unit', { passed: 12, problem: 'no test used PostgreSQL' }, 10)
      .failed,
    1,
  );
});

test('no suite at all is no success', () => {
  assert.equal(succeeded([]), false);
});

test('the closing line adds up all suites, and names skipped tests only if there are some', () => {
  const one = judge('a', { passed: 3 }, 1);
  const two = judge('b', { passed: 4, failed: 2, skipped: 1 }, 1);
  assert.equal(closingLine([one]), '3 passed, 0 failed');
  assert.equal(closingLine([one, two]), '7 passed, 2 failed, 1 skipped');
});

test('the table has a line for each suite', () => {
  const table = summaryTable([
    judge('lint', { passed: 3, note: '40 files' }, 1_500),
    judge('unit', { passed: 0 }, 20),
  ]);
  assert.equal(
    table,
    [
      'suite  passed  failed  skipped   time',
      'lint        3       0        0  1.5 s  40 files',
      'unit        0       1        0  0.0 s  FAILED: it ran nothing',
    ].join('\n'),
  );
});
