import { toNodeHandler } from '@modelcontextprotocol/node';
import { createMcpHandler, McpServer } from '@modelcontextprotocol/server';
import { RequestListener } from 'node:http';
import { z } from 'zod';

/**
 * The SDK's own server, of both eras, with one tool.
 *
 * @param onCall - told when that tool is really called
 */
export function sdkServer(onCall: () => void = () => {}): RequestListener {
  const handler = createMcpHandler(() => {
    const server = new McpServer(
      { name: 'sdk', version: '2.0.0' },
      { instructions: 'Be kind.' },
    );
    server.registerTool(
      'add',
      {
        description: 'Adds',
        inputSchema: z.object({ a: z.number(), b: z.number() }),
      },
      ({ a, b }) => {
        onCall();
        return { content: [{ type: 'text', text: String(a + b) }] };
      },
    );
    return server;
  });
  return toNodeHandler(handler);
}
