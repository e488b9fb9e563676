import { createExtensionPoint } from '@backstage/backend-plugin-api';

import type { McpCallSource } from './McpCallSource';

/**
 * Lets a backend module tell the registry how servers are used.
 * @public
 */
export interface McpUsageExtensionPoint {
  /**
   * Adds a source of calls. Of several, the latest call counts.
   */
  addCallSource(source: McpCallSource): void;
}

/**
 * Where backend modules of `mcp-registry` tell how servers are used.
 * @public
 */
export const mcpUsageExtensionPoint =
  createExtensionPoint<McpUsageExtensionPoint>({
    id: 'mcp-registry.usage',
  });
