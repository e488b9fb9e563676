import http from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { Failure } from './failure.mjs';

const POLL_MS = 250;
const REQUEST_TIMEOUT_MS = 5_000;
const TAIL_LINES = 30;

/**
 * Waits until a child answers a URL with 200. Fails as soon as the child ends, with the end of its log, or as soon as
 * `failure` gives a reason why it never will be ready.
 */
export async function waitUntilReady({
  child,
  url,
  timeoutMs,
  logFile,
  failure = () => undefined,
}) {
  const deadline = Date.now() + timeoutMs;
  let lastAnswer = 'no answer';
  let ended;
  child.ended.then(
    result => (ended = result),
    error => (ended = { error }),
  );
  while (!ended) {
    const answer = await get(url);
    if (answer.status === 200) {
      return;
    }
    if (failure() !== undefined) {
      throw new Failure(
        `${child.name} could not start. Its log is ${logFile}.`,
        { details: failure() },
      );
    }
    lastAnswer = answer.status ? `answer ${answer.status}` : answer.error;
    if (Date.now() > deadline) {
      throw new Failure(
        `${child.name} was not ready after ${
          timeoutMs / 1000
        } s (${lastAnswer} from ${url}). Its log is ${logFile}.`,
        { details: child.tail(TAIL_LINES) },
      );
    }
    await delay(POLL_MS);
  }
  throw endedFailure({ child, ended, logFile });
}

/** What to say when a child that should go on has ended. */
export function endedFailure({ child, ended, logFile }) {
  const how = ended.error
    ? `could not be started: ${ended.error.message}`
    : `ended with ${ended.signal ?? ended.code}`;
  return new Failure(`${child.name} ${how}. Its log is ${logFile}.`, {
    details: child.tail(TAIL_LINES),
  });
}

function get(url) {
  return new Promise(resolve => {
    const request = http.get(
      url,
      { timeout: REQUEST_TIMEOUT_MS, agent: false },
      response => {
        response.resume();
        response.once('end', () => resolve({ status: response.statusCode }));
        response.once('error', error =>
          resolve({ error: error.code ?? error.message }),
        );
      },
    );
    request.once('timeout', () =>
      request.destroy(new Error('no answer in time')),
    );
    request.once('error', error =>
      resolve({ error: error.code ?? error.message }),
    );
  });
}
