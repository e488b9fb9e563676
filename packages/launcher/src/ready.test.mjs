import assert from 'node:assert/strict';
import { once } from 'node:events';
import http from 'node:http';
import test from 'node:test';
import { waitUntilReady } from './ready.mjs';
import { createBackendLogReader } from './backendLog.mjs';

async function serve(t, answer) {
  const server = http.createServer((_, response) =>
    response.writeHead(answer()).end(),
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => server.close());
  return `http://127.0.0.1:${server.address().port}/`;
}

function child(ended) {
  return { name: 'The backend', ended, tail: () => 'the last lines' };
}

const forever = new Promise(() => {});

test('it waits until the answer is 200', async t => {
  const answers = [503, 503, 200];
  const url = await serve(t, () => answers.shift());
  await waitUntilReady({
    child: child(forever),
    url,
    timeoutMs: 10_000,
    logFile: 'x.log',
  });
  assert.deepEqual(answers, []);
});

test('a child that ends is noticed at once, and the end of its log is shown', async t => {
  const url = await serve(t, () => 503);
  const ended = Promise.resolve({ code: 7, signal: null });
  await assert.rejects(
    waitUntilReady({
      child: child(ended),
      url,
      timeoutMs: 10_000,
      logFile: 'x.log',
    }),
    {
      name: 'Failure',
      message: 'The backend ended with 7. Its log is x.log.',
      details: 'the last lines',
    },
  );
});

test('a child that goes on but has given up is noticed too', async t => {
  const url = await serve(t, () => 503);
  await assert.rejects(
    waitUntilReady({
      child: child(forever),
      url,
      timeoutMs: 10_000,
      logFile: 'x.log',
      failure: () => 'because',
    }),
    { message: /could not start/, details: 'because' },
  );
});

test('after the time allowed it says what the last answer was', async t => {
  const url = await serve(t, () => 503);
  await assert.rejects(
    waitUntilReady({
      child: child(forever),
      url,
      timeoutMs: 1,
      logFile: 'x.log',
    }),
    {
      message: /not ready after .*answer 503/,
    },
  );
});

test("the backend's log tells errors, without stacks, and a start that failed", () => {
  const errors = [];
  const log = createBackendLogReader({ onError: line => errors.push(line) });
  log.read('2026-01-01T00:00:00.000Z catalog info fine');
  log.read(
    '2026-01-01T00:00:00.000Z catalog error It broke type="x" stack="Error: at"',
  );
  assert.equal(log.startupFailure(), undefined);
  log.read(
    '2026-01-01T00:00:00.000Z backstage error Unhandled rejection Backend startup failed due to:',
  );
  log.read("  Plugin 'permission' startup failed");
  log.read('2026-01-01T00:00:00.000Z backstage info more');
  assert.deepEqual(errors, ['2026-01-01T00:00:00.000Z catalog error It broke']);
  assert.equal(log.startupFailure(), "  Plugin 'permission' startup failed");
});
