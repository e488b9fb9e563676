import { RequestListener, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';

/** A request as it came, and the ways to answer it. */
export interface RpcCall {
  params: Record<string, unknown>;
  response: ServerResponse;
  /** Answers with a result. */
  result(value: unknown): void;
  /** Answers with an error. */
  error(code: number, status?: number): void;
}

/**
 * A hand-made server of the older era: it shakes hands properly, and leaves the
 * rest to the test.
 */
export function jsonRpcListener(
  handlers: Record<string, (call: RpcCall) => void>,
  capabilities: object = { tools: {} },
): RequestListener {
  const all: typeof handlers = {
    initialize: call =>
      call.result({
        protocolVersion: '2025-06-18',
        capabilities,
        serverInfo: { name: 'hand-made', version: '1.0.0' },
      }),
    'notifications/initialized': ({ response }) =>
      response.writeHead(202).end(),
    'notifications/cancelled': ({ response }) => response.writeHead(202).end(),
    ...handlers,
  };
  return async (request, response) => {
    if (request.method !== 'POST') {
      response.writeHead(405).end();
      return;
    }
    const { id, method, params = {} } = JSON.parse(await text(request));
    const answer = (body: object, status = 200) =>
      response
        .writeHead(status, { 'content-type': 'application/json' })
        .end(JSON.stringify({ jsonrpc: '2.0', id, ...body }));
    const call: RpcCall = {
      params,
      response,
      result: result => answer({ result }),
      error: (code, status) =>
        answer({ error: { code, message: 'No' } }, status),
    };
    (all[method] ?? (one => one.error(-32601)))(call);
  };
}
