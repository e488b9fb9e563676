import type { Client } from '@modelcontextprotocol/client';

/**
 * Whom to ask, and for how long.
 * @public
 */
export interface AskOptions {
  /** Connected already, in whichever era of MCP. */
  client: Client;
  /** How long each single request may take. */
  timeoutMs: number;
  /** Ends all of it. */
  signal: AbortSignal;
}
