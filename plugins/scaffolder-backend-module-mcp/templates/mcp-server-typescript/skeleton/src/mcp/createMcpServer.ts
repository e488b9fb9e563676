import type { Tracer } from '@opentelemetry/api';
import { McpServer } from '@modelcontextprotocol/server';

import { identity } from '../config/identity.js';
import { observeRequests } from '../telemetry/observeRequests.js';
import { registerTools } from '../tools/index.js';
import type { ToolContext } from '../tools/ToolContext.js';

export interface McpServerOptions {
  tools: ToolContext;
  tracer: Tracer;
}

/** The same server for both transports, and for both eras of the protocol. */
export function createMcpServer({
  tools,
  tracer,
}: McpServerOptions): McpServer {
  const server = new McpServer(
    { name: identity.name, title: identity.title, version: identity.version },
    // What a model reads before it looks at the tools.
    { instructions: identity.purpose },
  );
  observeRequests(server, { log: tools.log, tracer });
  // The tools of a running server never change.
  server.server.registerCapabilities({ tools: { listChanged: false } });
  registerTools(server, tools);
  return server;
}
