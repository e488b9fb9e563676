import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { McpCredentialSource } from './McpCredentialSource';

/**
 * Lets a backend module add to how the registry asks servers.
 * @public
 */
export interface McpIntrospectionExtensionPoint {
  /**
   * Adds a way to get credentials, a vault for example.
   *
   * Each type has one source, or the backend does not start: `bearer`,
   * `header`, `oauth-client-credentials` and `backstage-plugin` are built in.
   */
  addCredentialSource(source: McpCredentialSource): void;
}

/**
 * Where backend modules of `mcp-registry` add to how servers are asked.
 * @public
 */
export const mcpIntrospectionExtensionPoint =
  createExtensionPoint<McpIntrospectionExtensionPoint>({
    id: 'mcp-registry.introspection',
  });
