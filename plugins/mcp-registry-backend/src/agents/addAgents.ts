import type { Foundation } from '../Foundation';
import { addAgentRoutes } from './router';
import { AgentService } from './AgentService';

/**
 * Agents and the servers that they use, over HTTP.
 */
export function addAgents(foundation: Foundation): void {
  addAgentRoutes(foundation.router, {
    ...foundation,
    agents: new AgentService({ store: foundation.agents }),
  });
}
