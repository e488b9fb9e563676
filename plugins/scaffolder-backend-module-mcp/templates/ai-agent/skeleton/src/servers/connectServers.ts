import {
  Client,
  SSEClientTransport,
  StreamableHTTPClientTransport,
  type Transport,
} from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';

import { AGENT } from '../agentIdentity.js';
import type { ServerSettings } from '../settings.js';

const TIMEOUT_MS = 30_000;

export type ToolResult = Awaited<ReturnType<Client['callTool']>>;
export type ServerTool = Awaited<
  ReturnType<Client['listTools']>
>['tools'][number];

/** A server that the agent is connected with. */
export interface ConnectedServer {
  /** Its name in `.mcp.json` and in the catalog. */
  name: string;
  /** Absent over stdio. */
  url?: URL;
  tools: readonly ServerTool[];
  protocolVersion?: string;
  callTool(call: {
    name: string;
    arguments: Record<string, unknown>;
    _meta: Record<string, string>;
  }): Promise<ToolResult>;
  close(): Promise<void>;
}

/**
 * Connects with all servers at once. One that does not answer is left out, and
 * `onMissing` is told why: an agent with three of four servers is still useful.
 */
export async function connectServers(
  servers: ReadonlyMap<string, ServerSettings>,
  onMissing: (name: string, reason: string) => void,
): Promise<ConnectedServer[]> {
  const connected = await Promise.all(
    [...servers].map(async ([name, settings]) => {
      try {
        return [await connect(name, settings)];
      } catch (error) {
        onMissing(name, error instanceof Error ? error.message : String(error));
        return [];
      }
    }),
  );
  return connected.flat();
}

async function connect(
  name: string,
  settings: ServerSettings,
): Promise<ConnectedServer> {
  const client = new Client(
    { name: AGENT.name, version: '0.1.0' },
    { versionNegotiation: { mode: 'auto' } },
  );
  try {
    await client.connect(transportOf(settings), { timeout: TIMEOUT_MS });
    const { tools } = await client.listTools(undefined, {
      timeout: TIMEOUT_MS,
    });
    return {
      name,
      ...('url' in settings && { url: new URL(settings.url) }),
      tools,
      protocolVersion: client.getNegotiatedProtocolVersion(),
      callTool: call => client.callTool(call, { timeout: TIMEOUT_MS }),
      close: () => client.close(),
    };
  } catch (error) {
    await client.close();
    throw error;
  }
}

function transportOf(settings: ServerSettings): Transport {
  if (!('url' in settings)) {
    const { command, args, env } = settings;
    return new StdioClientTransport({ command, args, env });
  }
  const url = new URL(settings.url);
  const options = { requestInit: { headers: settings.headers } };
  return settings.type === 'sse'
    ? new SSEClientTransport(url, options)
    : new StreamableHTTPClientTransport(url, options);
}
