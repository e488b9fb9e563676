import type { McpCallSource } from '@mcp-portal/plugin-mcp-registry-node';

import type { Foundation } from '../Foundation';
import { addDependentRoutes } from './router';
import { DependentService } from './DependentService';
import { LastCalls } from './LastCalls';

/**
 * Who uses a server, over HTTP.
 */
export function addDependents(
  foundation: Foundation,
  options: { callSources: McpCallSource[] },
): void {
  addDependentRoutes(foundation.router, {
    ...foundation,
    dependents: new DependentService({
      servers: foundation.servers,
      store: foundation.dependents,
      lastCalls: new LastCalls({ ...foundation, ...options }),
    }),
  });
}
