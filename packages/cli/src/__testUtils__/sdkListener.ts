import { toNodeHandler } from '@modelcontextprotocol/node';
import { createMcpHandler, McpServer } from '@modelcontextprotocol/server';
import { RequestListener } from 'node:http';
import { z } from 'zod';

/**
 * The SDK's own server, of both eras, with one tool.
 *
 * @param onCall - told when that tool is really called
 */
export function sdkListener(onCall: () => void = () => {}): RequestListener {
  const handler = createMcpHandler(() => {
    const server = new McpServer({ name: 'sdk', version: '2.0.0' });
    server.registerTool(
      'add',
      { inputSchema: z.object({ a: z.number() }) },
      () => {
        onCall();
        return { content: [] };
      },
    );
    return server;
  });
  return toNodeHandler(handler);
}
