import { JsonObject } from '@backstage/types';
import { RequestListener } from 'node:http';
import { createTestAsker, loopback, remote } from './createTestAsker';
import { jsonRpcListener, RpcCall } from './jsonRpcListener';
import { startTestServer, TestServer } from './startTestServer';

/** Of one response, in these tests. */
export const LIMIT = 200_000;

/**
 * Asks a server that is made for one test, which fails when the asker leaves a
 * rejection that nobody handles.
 */
export function askOneServer() {
  let server: TestServer;
  const unhandled: unknown[] = [];
  const onUnhandled = (reason: unknown) => unhandled.push(reason);

  beforeAll(() => process.on('unhandledRejection', onUnhandled));
  afterAll(() => {
    process.removeListener('unhandledRejection', onUnhandled);
  });
  afterEach(async () => {
    await server.close();
    if (unhandled.length > 0) {
      throw new Error(`Nobody handled ${unhandled.splice(0).join(', ')}`);
    }
  });

  const ask = async (
    listener: RequestListener,
    introspection: JsonObject = {},
  ) => {
    server = await startTestServer(listener);
    const { asker } = createTestAsker({
      introspection: {
        hosts: [loopback(server.port)],
        maxResponseBytes: LIMIT,
        ...introspection,
      },
    });
    return asker.ask(remote(server.url));
  };
  const askFor = (
    handle: (call: RpcCall) => void,
    introspection?: JsonObject,
  ) => ask(jsonRpcListener({ 'tools/list': handle }), introspection);

  return { ask, askFor, requests: () => server.requests };
}
