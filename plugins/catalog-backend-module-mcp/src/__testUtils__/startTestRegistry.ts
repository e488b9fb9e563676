import { createServer, RequestListener } from 'node:http';
import { AddressInfo } from 'node:net';

/** A local HTTP server, which remembers what it was asked. */
export interface TestRegistry {
  url: string;
  /** Path and query of each request so far. */
  requests: string[];
  stop(): Promise<void>;
}

/** Starts a local HTTP server on a free port. */
export async function startTestRegistry(
  listener: RequestListener,
): Promise<TestRegistry> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(request.url ?? '');
    listener(request, response);
  });
  await new Promise<void>(resolve =>
    server.listen(0, '127.0.0.1', () => resolve()),
  );
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    stop: async () => {
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    },
  };
}
