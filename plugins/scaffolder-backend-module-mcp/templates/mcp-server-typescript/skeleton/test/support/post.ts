import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';

const PING = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list' });

export interface PostOptions {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
}

/** A request of which every header can be set: `fetch` decides on `Host` itself. */
export async function post(url: URL, options: PostOptions = {}) {
  const { method = 'POST', headers = {}, body = PING } = options;
  const sent = request(url, {
    method,
    // A connection of its own.
    agent: false,
    headers: {
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream',
      ...headers,
    },
  });
  sent.end(method === 'POST' ? body : undefined);
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  const content = await text(response);
  return {
    status: response.statusCode,
    headers: response.headers,
    text: () => content,
  };
}
