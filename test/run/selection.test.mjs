import assert from 'node:assert/strict';
import test from 'node:test';
import { selectSuites } from './selection.mjs';

const LINT = { name: 'lint' };
const UNIT = { name: 'unit', takesArguments: true };
const ALL = [LINT, UNIT];

test('without names all suites run', () => {
  assert.deepEqual(selectSuites(ALL, []), { suites: ALL, passedOn: [] });
});

test('named suites run in the usual order', () => {
  assert.deepEqual(selectSuites(ALL, ['unit', 'lint']), {
    suites: ALL,
    passedOn: [],
  });
  assert.deepEqual(selectSuites(ALL, ['lint']), {
    suites: [LINT],
    passedOn: [],
  });
});

test('what follows a suite goes to its tool, with or without --', () => {
  assert.deepEqual(selectSuites(ALL, ['unit', 'plugins/x', '-t', 'a']), {
    suites: [UNIT],
    passedOn: ['plugins/x', '-t', 'a'],
  });
  assert.deepEqual(selectSuites(ALL, ['unit', '--', '--verbose']), {
    suites: [UNIT],
    passedOn: ['--verbose'],
  });
});

test('a suite that does not exist is refused, with those that do', () => {
  assert.throws(() => selectSuites(ALL, ['untit']), {
    name: 'Failure',
    exitCode: 2,
    message: /"untit" is no suite\. Suites: lint, unit\./,
  });
  assert.throws(() => selectSuites(ALL, ['lint', 'x']), { exitCode: 2 });
});
