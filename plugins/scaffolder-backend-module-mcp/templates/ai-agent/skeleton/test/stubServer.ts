import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { NodeStreamableHTTPServerTransport } from '@modelcontextprotocol/node';
import { McpServer } from '@modelcontextprotocol/server';
import { z } from 'zod';

/** A real MCP server with two tools, one of which always fails. */
function createStub(): McpServer {
  const server = new McpServer({ name: 'stub', version: '1.0.0' });
  server.registerTool(
    'add',
    {
      description: 'Adds two numbers',
      inputSchema: z.object({ a: z.number(), b: z.number() }),
    },
    ({ a, b }) => ({ content: [{ type: 'text', text: String(a + b) }] }),
  );
  server.registerTool(
    'fail',
    { description: 'Always fails', inputSchema: z.object({}) },
    () => ({
      isError: true,
      content: [{ type: 'text', text: 'It is closed on Sundays.' }],
    }),
  );
  return server;
}

export async function startStubServer() {
  const http = createServer((request, response) => {
    const transport = new NodeStreamableHTTPServerTransport({
      sessionIdGenerator: undefined,
    });
    response.on('close', () => void transport.close());
    void createStub()
      .connect(transport)
      .then(() => transport.handleRequest(request, response));
  });
  await new Promise<void>(resolve => http.listen(0, '127.0.0.1', resolve));
  const { port } = http.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/mcp`,
    stop: () => {
      http.closeAllConnections();
      return new Promise(resolve => http.close(resolve));
    },
  };
}
