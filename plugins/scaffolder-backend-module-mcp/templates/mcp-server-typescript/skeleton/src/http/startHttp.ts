import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { McpServer } from '@modelcontextprotocol/server';
import type { Logger } from 'pino';

import type { Config } from '../config/Config.js';
import { createRoutes } from './createRoutes.js';
import { sendJson } from './sendJson.js';

export interface HttpOptions {
  config: Config;
  log: Logger;
  createServer: () => McpServer;
}

export interface RunningServer {
  /** What it listens on. */
  port: number;
  /** Lets calls finish that have begun, as long as the config allows. */
  close(): Promise<void>;
}

/** Serves MCP over streamable HTTP. It keeps no state between two requests. */
export async function startHttp(options: HttpOptions): Promise<RunningServer> {
  const { config, log } = options;
  let ready = true;
  const routes = createRoutes({ ...options, isReady: () => ready });
  const http = createHttpServer(
    {
      requestTimeout: config.requestTimeoutMs,
      headersTimeout: Math.min(10_000, config.requestTimeoutMs),
    },
    (request, response) => {
      routes.handle(request, response).catch((error: unknown) => {
        log.error({ err: error }, 'request failed');
        if (response.headersSent) {
          response.destroy();
        } else {
          sendJson(response, 500, { error: 'This failed inside the server.' });
        }
      });
    },
  );
  http.listen(config.port, config.host);
  await once(http, 'listening');
  const { port } = http.address() as AddressInfo;
  log.info({ host: config.host, port, path: '/mcp' }, 'listening');

  return {
    port,
    async close() {
      ready = false;
      const closed = once(http, 'close');
      http.close();
      // A connection that has answered its last call is idle only then.
      const sweep = setInterval(() => {
        http.closeIdleConnections();
      }, 50);
      const giveUp = setTimeout(() => {
        http.closeAllConnections();
      }, config.shutdownTimeoutMs);
      await closed;
      clearInterval(sweep);
      clearTimeout(giveUp);
      await routes.close();
    },
  };
}
