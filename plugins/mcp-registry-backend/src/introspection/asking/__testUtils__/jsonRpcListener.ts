import { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';

/** A request as it came, and the ways to answer it. */
export interface RpcCall {
  id: unknown;
  method: string;
  params: Record<string, unknown>;
  request: IncomingMessage;
  response: ServerResponse;
  /** Answers with a result, as JSON. */
  result(value: object): void;
  /** Answers with an error, as JSON. */
  error(code: number, message: string): void;
}

type Handler = (call: RpcCall) => void;

/**
 * A hand-made server of the older era: it shakes hands properly, and leaves the
 * rest to the test, so that a test can break one thing and nothing else.
 */
export function jsonRpcListener(
  handlers: Record<string, Handler>,
  capabilities: object = { tools: {} },
): RequestListener {
  const all: Record<string, Handler> = {
    initialize: call =>
      call.result({
        protocolVersion: '2025-06-18',
        capabilities,
        serverInfo: { name: 'hand-made', version: '1.0.0' },
      }),
    'notifications/initialized': ({ response }) =>
      response.writeHead(202).end(),
    ...handlers,
  };
  return async (request, response) => {
    if (request.method !== 'POST') {
      response.writeHead(405).end();
      return;
    }
    const { id, method, params = {} } = JSON.parse(await text(request));
    const answer = (body: object) =>
      response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(JSON.stringify({ jsonrpc: '2.0', id, ...body }));
    const call: RpcCall = {
      id,
      method,
      params,
      request,
      response,
      result: result => answer({ result }),
      error: (code, message) => answer({ error: { code, message } }),
    };
    (all[method] ?? (one => one.error(-32601, 'Method not found')))(call);
  };
}

/** A tool that is as small as a tool can be. */
export function tool(name: string, more: object = {}) {
  return { name, inputSchema: { type: 'object' }, ...more };
}

/** A server that has one tool, and nothing wrong with it. */
export const oneTool = jsonRpcListener({
  'tools/list': call => call.result({ tools: [tool('a')] }),
});
