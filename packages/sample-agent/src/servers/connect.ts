import { Client, type Transport } from '@modelcontextprotocol/client';
import type { Attributes } from '@opentelemetry/api';

import { ATTR } from '../telemetry/attributes';
import type { ConnectedServer } from './ConnectedServer';

const TIMEOUT_MS = 20_000;

/** Greets a server over a transport, and asks what tools it has. */
export async function connect(options: {
  name: string;
  transport: Transport;
  attributes: Attributes;
}): Promise<ConnectedServer> {
  const { name, transport } = options;
  const client = new Client({
    name: 'mcp-portal-sample-agent',
    version: '1.0.0',
  });
  try {
    await client.connect(transport, { timeout: TIMEOUT_MS });
    const { tools } = await client.listTools(undefined, {
      timeout: TIMEOUT_MS,
    });
    return {
      name,
      tools: new Set(tools.map(tool => tool.name)),
      attributes: {
        ...options.attributes,
        // Over stdio nothing else names the server.
        [ATTR.peerName]: name,
        [ATTR.mcpProtocolVersion]: client.getNegotiatedProtocolVersion(),
      },
      callTool: params => client.callTool(params, { timeout: TIMEOUT_MS }),
      close: () => client.close(),
    };
  } catch (error) {
    await client.close();
    throw error;
  }
}
