import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { TestContext } from 'node:test';

/** Takes traces as the portal does, until the test ends. */
export async function startTestCollector(t: TestContext) {
  const received: {
    path: string;
    headers: IncomingHttpHeaders;
    body: Buffer;
  }[] = [];
  const server = createServer((request, response) => {
    void buffer(request).then(body => {
      received.push({
        path: request.url ?? '',
        headers: request.headers,
        body,
      });
      response
        .writeHead(200, { 'content-type': 'application/x-protobuf' })
        .end();
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => {
    server.close();
    server.closeAllConnections();
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, received };
}
