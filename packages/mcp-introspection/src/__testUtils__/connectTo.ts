import {
  Client,
  StreamableHTTPClientTransport,
} from '@modelcontextprotocol/client';
import http, { RequestListener } from 'node:http';
import { AddressInfo } from 'node:net';

/**
 * Starts a listener for one test, and connects a client to it; both are gone
 * after the test.
 */
export function connectTo() {
  const close: (() => Promise<unknown>)[] = [];
  afterEach(async () => {
    for (const one of close.splice(0).reverse()) {
      await one();
    }
  });

  return async (listener: RequestListener, era: 'auto' | 'legacy' = 'auto') => {
    const server = http.createServer(listener);
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    close.push(
      () =>
        new Promise(resolve => {
          server.close(resolve);
          server.closeAllConnections();
        }),
    );
    const { port } = server.address() as AddressInfo;
    const client = new Client(
      { name: 'test', version: '1.0.0' },
      { versionNegotiation: { mode: era } },
    );
    await client.connect(
      new StreamableHTTPClientTransport(new URL(`http://127.0.0.1:${port}/`)),
    );
    close.push(() => client.close());
    return client;
  };
}
