import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { IdleResource } from '@mcp-portal/plugin-mcp-cost-common';

/**
 * Acts on what lies idle: scales a workload down, asks its owner, closes a key.
 * @public
 */
export interface McpIdleAction {
  /** Names it in the log and on the page. */
  readonly name: string;
  /**
   * Is told after each scan of what is newly found and not exempted. It may be
   * told of the same again after a failure, and should then do nothing.
   */
  onIdle(resources: IdleResource[]): Promise<void>;
}

/**
 * Lets a backend module act on idle resources.
 * @public
 */
export interface McpIdleExtensionPoint {
  addIdleAction(action: McpIdleAction): void;
}

/**
 * Where backend modules of `mcp-cost` act on what lies idle.
 * @public
 */
export const mcpIdleExtensionPoint =
  createExtensionPoint<McpIdleExtensionPoint>({ id: 'mcp-cost.idle' });
