import http, { RequestListener, ServerResponse } from 'node:http';
import { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** A listener for one test; it is gone after the test. */
export interface TestServer {
  url: string;
  requests: {
    method?: string;
    url?: string;
    headers: http.IncomingHttpHeaders;
  }[];
}

/** Starts HTTP servers on loopback, each for one test. */
export function testServers() {
  const running: http.Server[] = [];
  afterEach(async () => {
    for (const server of running.splice(0)) {
      await new Promise(resolve => {
        server.close(resolve);
        server.closeAllConnections();
      });
    }
  });
  return async (listener: RequestListener): Promise<TestServer> => {
    const requests: TestServer['requests'] = [];
    const server = http.createServer((request, response) => {
      const { method, url, headers } = request;
      requests.push({ method, url, headers });
      return listener(request, response);
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    running.push(server);
    const { port } = server.address() as AddressInfo;
    return { url: `http://127.0.0.1:${port}/mcp`, requests };
  };
}

const RESULTS: Record<string, object> = {
  initialize: {
    protocolVersion: '2024-11-05',
    capabilities: { tools: {} },
    serverInfo: { name: 'sse', version: '0.1.0' },
  },
  'tools/list': { tools: [{ name: 'old', inputSchema: { type: 'object' } }] },
};

/** A server of the HTTP+SSE transport only, which newer ones replaced. */
export function sseListener(): RequestListener {
  let stream: ServerResponse;
  return async (request, response) => {
    if (request.method === 'GET') {
      stream = response.writeHead(200, { 'content-type': 'text/event-stream' });
      stream.write('event: endpoint\ndata: /messages?session=1\n\n');
      return;
    }
    if (!request.url?.startsWith('/messages')) {
      response.writeHead(405).end();
      return;
    }
    const { id, method } = JSON.parse(await text(request));
    response.writeHead(202).end();
    if (id !== undefined) {
      const answer = { jsonrpc: '2.0', id, result: RESULTS[method] };
      stream.write(`data: ${JSON.stringify(answer)}\n\n`);
    }
  };
}
