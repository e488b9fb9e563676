import type { Client } from '@modelcontextprotocol/client';
import type { Attributes } from '@opentelemetry/api';

export type ToolResult = Awaited<ReturnType<Client['callTool']>>;

/** An MCP server that the agent is connected with. */
export interface ConnectedServer {
  /** Its name in the portal's catalog. */
  name: string;
  /** Names of the tools that it has. */
  tools: ReadonlySet<string>;
  /** What a span says of the connection. */
  attributes: Attributes;
  callTool(params: {
    name: string;
    arguments: Record<string, unknown>;
    _meta: Record<string, string>;
  }): Promise<ToolResult>;
  close(): Promise<void>;
}
