import { fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';

import { agentTraces } from './agentTraces';

interface Order {
  url: string;
  /** Secrets of service keys, by team. */
  keys: string[];
  requests: number;
  seed: number;
  connections: number;
}

/** Senders in a process of their own, with all that they will send ready. */
export interface Senders {
  /** Sends it all; resolves when every request was answered with 200. */
  send(): Promise<void>;
  stop(): void;
}

export async function forkSenders(order: Order): Promise<Senders> {
  const child = fork(__filename, [JSON.stringify(order)]);
  const next = async (wanted: string) => {
    let message: unknown;
    do {
      [message] = await once(child, 'message');
      if (String(message).startsWith('failed')) {
        throw new Error(`A sender ${message}`);
      }
    } while (message !== wanted);
  };
  await next('ready');
  return {
    send: () => {
      child.send('go');
      return next('done');
    },
    stop: () => child.kill(),
  };
}

async function main(): Promise<void> {
  const order: Order = JSON.parse(process.argv[2]);
  const traces = agentTraces(order.seed);
  const waiting = Array.from(
    { length: order.requests },
    () => traces.next().value!,
  );
  const agent = new Agent({ keepAlive: true, maxSockets: order.connections });
  process.send?.('ready');
  await once(process, 'message');
  await Promise.all(
    Array.from({ length: order.connections }, async () => {
      for (let one = waiting.pop(); one; one = waiting.pop()) {
        await post(order.url, order.keys[one.team], one.body, agent);
      }
    }),
  );
  process.send?.('done');
}

/** Tries again when it is told to, as exporters do. */
async function post(
  url: string,
  key: string,
  body: Uint8Array,
  agent: Agent,
): Promise<void> {
  for (;;) {
    const status = await new Promise<number>((resolve, reject) => {
      const sent = request(
        url,
        {
          method: 'POST',
          agent,
          headers: {
            'content-type': 'application/x-protobuf',
            'content-length': body.length,
            authorization: `Bearer ${key}`,
          },
        },
        response => {
          // What was refused in part has a body.
          let bytes = 0;
          response.on('data', chunk => (bytes += chunk.length));
          response.on('end', () =>
            resolve(
              bytes > 0 && response.statusCode === 200
                ? 299
                : response.statusCode!,
            ),
          );
        },
      );
      sent.on('error', reject);
      sent.end(body);
    });
    if (status === 200) {
      return;
    }
    if (status !== 429) {
      throw new Error(`was answered with ${status}`);
    }
    await new Promise(resolve => setTimeout(resolve, 100));
  }
}

if (require.main === module) {
  main().catch(error => process.send?.(`failed: ${error.message}`));
}
