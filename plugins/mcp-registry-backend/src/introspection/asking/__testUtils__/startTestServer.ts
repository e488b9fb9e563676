import http, { RequestListener } from 'node:http';
import { AddressInfo } from 'node:net';

/** A server on a loopback port that counts what reaches it. */
export interface TestServer {
  url: string;
  port: number;
  requests: {
    method: string;
    path: string;
    headers: http.IncomingHttpHeaders;
  }[];
  close(): Promise<void>;
}

/** Starts a plain HTTP server on a free loopback port. */
export async function startTestServer(
  listener: RequestListener,
): Promise<TestServer> {
  const requests: TestServer['requests'] = [];
  const server = http.createServer((request, response) => {
    requests.push({
      method: request.method ?? '',
      path: request.url ?? '',
      headers: request.headers,
    });
    response.on('error', () => {});
    listener(request, response);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    url: `http://127.0.0.1:${port}/mcp`,
    requests,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/**
 * Starts servers that are gone after each test.
 *
 * @param usual - what a server does when the test does not say
 */
export function testServers(usual: RequestListener) {
  const servers: TestServer[] = [];
  afterEach(async () => {
    await Promise.all(servers.splice(0).map(server => server.close()));
  });
  return async (listener: RequestListener = usual) => {
    const server = await startTestServer(listener);
    servers.push(server);
    return server;
  };
}
