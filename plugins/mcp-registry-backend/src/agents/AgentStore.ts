import type {
  AgentFacets,
  AgentPage,
  AgentQuery,
  AgentSummary,
} from '@mcp-portal/plugin-mcp-registry-common';

import type { Scope } from '../access';

/**
 * Reads agents: the list, its facets, and one. What an agent uses is shown as
 * far as the scope has those servers.
 */
export interface AgentStore {
  list(scope: Scope, query: AgentQuery): Promise<AgentPage>;
  facets(scope: Scope, query: AgentQuery): Promise<AgentFacets>;
  /** Undefined when there is none, or none in this scope. */
  get(scope: Scope, ref: string): Promise<AgentSummary | undefined>;
}
