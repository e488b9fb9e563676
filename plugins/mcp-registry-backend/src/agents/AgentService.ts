import type {
  AgentFacets,
  AgentPage,
  AgentQuery,
  AgentSummary,
} from '@mcp-portal/plugin-mcp-registry-common';
import { NotFoundError } from '@backstage/errors';

import type { Scope } from '../access';
import type { AgentStore } from './AgentStore';

/**
 * What one may know of agents.
 */
export class AgentService {
  readonly #store: AgentStore;

  constructor(options: { store: AgentStore }) {
    this.#store = options.store;
  }

  list(scope: Scope, query: AgentQuery): Promise<AgentPage> {
    return this.#store.list(scope, query);
  }

  facets(scope: Scope, query: AgentQuery): Promise<AgentFacets> {
    return this.#store.facets(scope, query);
  }

  /** @throws NotFoundError when there is none in scope */
  async get(scope: Scope, ref: string): Promise<AgentSummary> {
    const agent = await this.#store.get(scope, ref);
    if (!agent) {
      throw new NotFoundError(
        `No agent '${ref}'. Look at the list of agents for its exact name.`,
      );
    }
    return agent;
  }
}
