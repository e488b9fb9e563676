import type { McpServer } from '@modelcontextprotocol/server';

import { registerConvertTime } from './convertTime.js';
import type { ToolContext } from './ToolContext.js';

/**
 * All tools of this server. Called for each request over HTTP, and once over
 * stdio: whatever is costly, such as a connection, is made elsewhere and reused.
 */
export function registerTools(server: McpServer, context: ToolContext): void {
  registerConvertTime(server, context);
}
