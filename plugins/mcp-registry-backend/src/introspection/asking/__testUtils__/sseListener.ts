import { RequestListener, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { tool } from './jsonRpcListener';

/** A server of the HTTP+SSE transport, which the SDK no longer offers. */
export function sseListener(
  options: {
    endpoint?: string;
    onRequest?: (method: string, stream: ServerResponse) => boolean;
  } = {},
): RequestListener {
  let stream: ServerResponse;
  const results: Record<string, object> = {
    initialize: {
      protocolVersion: '2024-11-05',
      capabilities: { tools: {} },
      serverInfo: { name: 'sse', version: '0.1.0' },
    },
    'tools/list': { tools: [tool('old')] },
  };
  return async (request, response) => {
    if (request.method === 'GET') {
      stream = response.writeHead(200, { 'content-type': 'text/event-stream' });
      stream.write(
        `event: endpoint\ndata: ${
          options.endpoint ?? '/messages?session=1'
        }\n\n`,
      );
      return;
    }
    const { id, method } = JSON.parse(await text(request));
    response.writeHead(202).end();
    if (id !== undefined && !options.onRequest?.(method, stream)) {
      stream.write(
        `data: ${JSON.stringify({
          jsonrpc: '2.0',
          id,
          result: results[method],
        })}\n\n`,
      );
    }
  };
}
