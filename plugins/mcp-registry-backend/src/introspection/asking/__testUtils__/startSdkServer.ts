import {
  NodeStreamableHTTPServerTransport,
  toNodeHandler,
} from '@modelcontextprotocol/node';
import {
  createMcpHandler,
  Server,
  type McpServerFactory,
} from '@modelcontextprotocol/server';
import { randomUUID } from 'node:crypto';
import { startTestServer, TestServer } from './startTestServer';

const PAGE = 4;

/** The SDK's server with a number of everything, in pages of four. */
export const pagedServer =
  (count: number): McpServerFactory =>
  () => {
    const server = new Server(
      { name: 'sdk', version: '2.0.0', title: 'The SDK' },
      {
        capabilities: { tools: {}, prompts: {}, resources: {} },
        instructions: 'Be kind.',
      },
    );
    const page = <T>(make: (i: number) => T, cursor: string | undefined) => {
      const from = Number(cursor ?? 0);
      const items = Array.from({ length: count }, (_, i) => make(i)).slice(
        from,
        from + PAGE,
      );
      const more = from + PAGE < count;
      return { items, ...(more && { nextCursor: String(from + PAGE) }) };
    };
    server.setRequestHandler('tools/list', ({ params }) => {
      const { items, ...rest } = page(
        i => ({ name: `tool-${i}`, inputSchema: { type: 'object' as const } }),
        params?.cursor,
      );
      return { tools: items, ...rest };
    });
    server.setRequestHandler('prompts/list', ({ params }) => {
      const { items, ...rest } = page(
        i => ({ name: `prompt-${i}` }),
        params?.cursor,
      );
      return { prompts: items, ...rest };
    });
    server.setRequestHandler('resources/list', ({ params }) => {
      const { items, ...rest } = page(
        i => ({ name: `resource-${i}`, uri: `test://${i}` }),
        params?.cursor,
      );
      return { resources: items, ...rest };
    });
    server.setRequestHandler('resources/templates/list', ({ params }) => {
      const { items, ...rest } = page(
        i => ({ name: `template-${i}`, uriTemplate: `test://${i}/{id}` }),
        params?.cursor,
      );
      return { resourceTemplates: items, ...rest };
    });
    return server;
  };

/** Serves the newest era only, answering with JSON or with event streams. */
export function startModernServer(
  count: number,
  responseMode: 'auto' | 'sse',
): Promise<TestServer> {
  return startTestServer(
    toNodeHandler(
      createMcpHandler(pagedServer(count), { legacy: 'reject', responseMode }),
    ),
  );
}

/** Serves the older era only, with sessions, as most servers still do. */
export async function startLegacyServer(
  count: number,
  enableJsonResponse: boolean,
): Promise<TestServer & { sessions: number }> {
  const sessions = new Map<string, NodeStreamableHTTPServerTransport>();
  const server = await startTestServer(async (request, response) => {
    const id = request.headers['mcp-session-id'] as string | undefined;
    let transport = id ? sessions.get(id) : undefined;
    if (!transport) {
      transport = new NodeStreamableHTTPServerTransport({
        sessionIdGenerator: randomUUID,
        enableJsonResponse,
        onsessioninitialized: session => {
          sessions.set(session, transport!);
        },
        onsessionclosed: session => {
          sessions.delete(session);
        },
      });
      const factory = pagedServer(count);
      await (await factory({ era: 'legacy' })).connect(transport);
    }
    await transport.handleRequest(request, response);
  });
  return Object.defineProperty(
    server as TestServer & { sessions: number },
    'sessions',
    {
      get: () => sessions.size,
    },
  );
}
