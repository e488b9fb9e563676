import { once } from 'node:events';
import {
  createServer,
  type IncomingHttpHeaders,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { TestContext } from 'node:test';

/** What the API saw of a request. */
export interface SeenRequest {
  method: string;
  /** As it came, encoded. */
  path: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  body: string;
}

/** An API on a free port, until the test ends. */
export async function startStubApi(
  t: TestContext,
  respond: (response: ServerResponse, seen: SeenRequest) => void,
) {
  const seen: SeenRequest[] = [];
  const server = createServer((request, response) => {
    void text(request).then(body => {
      const [path = '', query = ''] = (request.url ?? '').split('?');
      const one = {
        method: request.method ?? '',
        path,
        query: new URLSearchParams(query),
        headers: request.headers,
        body,
      };
      seen.push(one);
      respond(response, one);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => {
    server.close();
    server.closeAllConnections();
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, seen };
}

export function sendJson(response: ServerResponse, value: unknown): void {
  response
    .writeHead(200, { 'content-type': 'application/json' })
    .end(JSON.stringify(value));
}
