import assert from 'node:assert/strict';
import test from 'node:test';
import { memoryOutput } from '../testing/folder.mjs';
import { Failure, report } from './failure.mjs';

function reported(error) {
  const out = memoryOutput();
  report(error, out);
  return out.text;
}

test('a failure is one line', () => {
  assert.equal(reported(new Failure('It is so.')), 'Error: It is so.\n');
});

test('evidence comes before the line, so that the line is the last', () => {
  assert.equal(
    reported(new Failure('It is so.', { details: 'log\n' })),
    'log\n\nError: It is so.\n',
  );
});

test('a full disk and a missing permission, wherever they happen, are one line', () => {
  const error = (code, path) =>
    Object.assign(new Error('x'), { code, path, syscall: 'open' });
  assert.match(
    reported(error('ENOSPC', '/a')),
    /^Error: The disk is full \(\/a\)\.[^\n]*\n$/,
  );
  assert.match(
    reported(error('EACCES', '/a')),
    /^Error: No permission to open \(\/a\)\.\n$/,
  );
});

test('an unexpected error keeps its stack', () => {
  assert.match(reported(new TypeError('bug')), /TypeError: bug\n +at /);
});
