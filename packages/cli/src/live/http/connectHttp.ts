import {
  SSEClientTransport,
  StreamableHTTPClientTransport,
  type Transport,
} from '@modelcontextprotocol/client';

import type { Io } from '../../Io';
import type { HttpTransport, Target } from '../Target';
import type { Watch } from '../Watch';

/** An open way to a server. */
export interface Connection {
  transport: Transport;
  isHttp: boolean;
  /** Before the end, when all went well. */
  farewell(): Promise<void>;
}

/**
 * Opens the way to a server that is reached by URL. Redirects are followed
 * within its own origin only, so that no other host gets the headers.
 */
export function connectHttp(options: {
  target: Extract<Target, { kind: 'url' }>;
  transport: HttpTransport;
  watch: Watch;
  io: Io;
}): Connection {
  const { target, watch, io } = options;
  const isSse = options.transport === 'sse';
  const transportOptions = {
    requestInit: { headers: target.headers },
    fetch: watchedFetch({ watch, io, opensStream: isSse }),
  };
  const transport = isSse
    ? new SSEClientTransport(target.url, transportOptions)
    : new StreamableHTTPClientTransport(target.url, transportOptions);
  return {
    transport,
    isHttp: true,
    farewell: async () => {
      // A server of the older era keeps a session until it is told.
      if (transport instanceof StreamableHTTPClientTransport) {
        await transport.terminateSession();
      }
    },
  };
}

/** Sees what the SDK would hide, retry or wait for. */
function watchedFetch(options: {
  watch: Watch;
  io: Io;
  opensStream: boolean;
}): (url: string | URL, init?: RequestInit) => Promise<Response> {
  const { watch, io, opensStream } = options;
  return async (url, init) => {
    if ((init?.method ?? 'GET') === 'GET' && !opensStream) {
      // The older era's stream for the server's own messages: not needed, and
      // "405" is how a server says that it has none.
      return new Response(null, { status: 405 });
    }
    const response = await io.fetch(url, {
      ...init,
      signal: init?.signal
        ? AbortSignal.any([init.signal, watch.signal])
        : watch.signal,
    });
    watch.status = response.status;
    return counted(response, watch);
  };
}

/** The same response, whose bytes are counted as they are read. */
function counted(response: Response, watch: Watch): Response {
  if (!response.body) {
    return response;
  }
  const body = response.body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        watch.spend(chunk.byteLength);
        controller.enqueue(chunk);
      },
    }),
  );
  const copy = new Response(body, response);
  // A new response has no URL of its own; the SDK judges redirects by it.
  Object.defineProperty(copy, 'url', { value: response.url });
  return copy;
}
