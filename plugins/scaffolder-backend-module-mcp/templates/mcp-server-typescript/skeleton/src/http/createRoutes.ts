import type { IncomingMessage, ServerResponse } from 'node:http';

import {
  hostHeaderValidation,
  type NodeIncomingMessageLike,
  originValidation,
  toNodeHandler,
} from '@modelcontextprotocol/node';
import { createMcpHandler, type McpServer } from '@modelcontextprotocol/server';
import type { Logger } from 'pino';

import type { Config } from '../config/Config.js';
import { createBearerGate } from './createBearerGate.js';
import { sendJson } from './sendJson.js';

export interface RoutesOptions {
  config: Config;
  log: Logger;
  createServer: () => McpServer;
  isReady: () => boolean;
}

export interface Routes {
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
  close(): Promise<void>;
}

const METADATA_PATH = '/.well-known/oauth-protected-resource';

/** What is at which path, and who may call it from where. */
export function createRoutes(options: RoutesOptions): Routes {
  const { config, log, createServer, isReady } = options;
  const handler = createMcpHandler(createServer, {
    maxRequestBodySize: config.maxRequestBytes,
    onerror: error => {
      log.debug({ err: error }, 'request refused');
    },
  });
  const answerMcp = toNodeHandler(handler, {
    maxRequestBodySize: config.maxRequestBytes,
    onerror: error => {
      log.error({ err: error }, 'request failed');
    },
  });
  // MCP, transports, security: a page in a browser must not reach this server
  // by a name of its own (DNS rebinding), nor from an origin that is not known.
  const isHostAllowed = hostHeaderValidation(config.allowedHosts);
  const isOriginAllowed = originValidation(config.allowedHosts);
  const gate =
    config.auth && createBearerGate({ ...config, auth: config.auth, log });

  async function handleMcp(request: IncomingMessage, response: ServerResponse) {
    if (gate === undefined) {
      await answerMcp(request as NodeIncomingMessageLike, response);
      return;
    }
    const auth = await gate.admit(request, response);
    if (auth !== undefined) {
      const admitted = Object.assign(request, { auth });
      await answerMcp(admitted as NodeIncomingMessageLike, response);
    }
  }

  return {
    async handle(request, response) {
      const { pathname } = new URL(request.url ?? '/', 'http://any');
      if (pathname === '/healthz') {
        sendJson(response, 200, { status: 'ok' });
      } else if (pathname === '/readyz') {
        const ready = isReady();
        sendJson(response, ready ? 200 : 503, {
          status: ready ? 'ok' : 'stopping',
        });
      } else if (
        !isHostAllowed(request, response) ||
        !isOriginAllowed(request, response)
      ) {
        log.warn({ host: request.headers.host }, 'host or origin refused');
      } else if (pathname === '/mcp') {
        await handleMcp(request, response);
      } else if (gate && pathname.startsWith(METADATA_PATH)) {
        sendJson(response, 200, gate.metadata, {
          'access-control-allow-origin': '*',
        });
      } else {
        sendJson(response, 404, { error: 'There is nothing here; try /mcp.' });
      }
    },
    close: () => handler.close(),
  };
}
