import type {
  Dependents,
  PageQuery,
} from '@mcp-portal/plugin-mcp-registry-common';

import type { Scope } from '../access';

/**
 * Reads who uses a server.
 */
export interface DependentStore {
  /** The agents in scope that use a server in scope; none when it is not. */
  list(scope: Scope, serverRef: string, page: PageQuery): Promise<Dependents>;
}
