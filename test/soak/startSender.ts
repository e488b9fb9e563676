import { Agent, request } from 'node:http';

import { eventKey } from '@mcp-portal/plugin-mcp-cost-backend/src/usage';

import { agentTraces, type TraceRequest } from '../bench/usage/agentTraces';
import { teamRef } from '../bench/usage/organisation';

/** A request each so often: the machine shall have time to start backends too. */
const PAUSE_MS = 400;
const MIN_RETRY_MS = 250;
const MAX_RETRY_MS = 4_000;
const TIMEOUT_MS = 10_000;
/** One of so many is sent again though it was acknowledged. */
const REPEAT_EVERY = 25;

/** What one sender did. */
export interface Sent {
  requests: number;
  spans: number;
  /** Attempts that got no answer, or were told to come again. */
  failures: number;
  repeats: number;
  /** Keys of the events of acknowledged requests. */
  acknowledged: string[];
  /** Calls among what was acknowledged. */
  acknowledgedCalls: number;
  /** Of requests that were given up. */
  givenUpSpans: number;
}

/**
 * Sends one request after another, as an exporter does: the same again until it
 * is acknowledged, ever more slowly.
 */
export async function startSender(options: {
  url: string;
  keys: string[];
  seed: number;
  stopAt: number;
  giveUpAt: number;
}): Promise<Sent> {
  const { url, keys, seed, stopAt, giveUpAt } = options;
  const agent = new Agent({ keepAlive: true });
  const sent: Sent = {
    requests: 0,
    spans: 0,
    failures: 0,
    repeats: 0,
    acknowledged: [],
    acknowledgedCalls: 0,
    givenUpSpans: 0,
  };
  const deliver = async (one: TraceRequest): Promise<boolean> => {
    let waitMs = MIN_RETRY_MS;
    while (Date.now() < giveUpAt) {
      const status = await post(url, keys[one.team], one.body, agent);
      if (status === 200) {
        return true;
      }
      // Not found: it listens, and is not ready; a load balancer would wait.
      if (status !== undefined && status < 429 && status !== 404) {
        throw new Error(`A request was answered with ${status}`);
      }
      sent.failures += 1;
      await wait(waitMs * (0.5 + Math.random()));
      waitMs = Math.min(waitMs * 2, MAX_RETRY_MS);
    }
    return false;
  };
  for (const one of agentTraces(seed)) {
    if (Date.now() >= stopAt) {
      break;
    }
    if (one.team >= keys.length) {
      continue;
    }
    sent.requests += 1;
    sent.spans += one.spans.length;
    if (await deliver(one)) {
      for (const { traceId, spanId } of one.spans) {
        sent.acknowledged.push(
          eventKey(
            teamRef(one.team),
            'span',
            `${traceId.toString('hex')}:${spanId.toString('hex')}`,
          ),
        );
      }
      sent.acknowledgedCalls += one.calls;
      if (sent.requests % REPEAT_EVERY === 0) {
        sent.repeats += 1;
        await deliver(one);
      }
    } else {
      sent.givenUpSpans += one.spans.length;
    }
    await wait(PAUSE_MS);
  }
  agent.destroy();
  return sent;
}

/** @returns the status, unless there was no answer */
function post(
  url: string,
  key: string,
  body: Uint8Array,
  agent: Agent,
): Promise<number | undefined> {
  return new Promise(resolve => {
    const sent = request(
      url,
      {
        method: 'POST',
        agent,
        timeout: TIMEOUT_MS,
        headers: {
          'content-type': 'application/x-protobuf',
          'content-length': body.length,
          authorization: `Bearer ${key}`,
        },
      },
      response => {
        response.resume();
        response.on('end', () => resolve(response.statusCode));
        response.on('error', () => resolve(undefined));
      },
    );
    sent.on('timeout', () => sent.destroy());
    sent.on('error', () => resolve(undefined));
    sent.end(body);
  });
}

function wait(ms: number): Promise<void> {
  return new Promise(resolve => {
    setTimeout(resolve, ms);
  });
}
