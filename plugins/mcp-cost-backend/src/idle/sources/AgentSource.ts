import type { CostScope } from '../../access';
import type { CatalogDirectory } from '../../catalog';
import type { Candidate } from '../Candidate';
import type { IdleSource } from '../IdleSource';
import type { LastUseStore } from '../LastUseStore';
import { daysBefore } from './daysBefore';

/**
 * Finds agents that were heard of and no longer are. One that never was may just
 * not report what it does.
 */
export class AgentSource implements IdleSource {
  readonly kind = 'agent';
  readonly #directory: CatalogDirectory;
  readonly #uses: LastUseStore;
  readonly #days: number;

  constructor(options: {
    directory: CatalogDirectory;
    uses: LastUseStore;
    days: number;
  }) {
    this.#directory = options.directory;
    this.#uses = options.uses;
    this.#days = options.days;
  }

  async find(scope: CostScope, now: Date): Promise<Candidate[]> {
    const { agents } = await this.#directory.current();
    const uses = await this.#uses.ofAgents(scope);
    const limit = daysBefore(now, this.#days);
    return [...agents.values()].flatMap(agent => {
      const lastUsedAt = uses.get(agent.ref)?.lastAt;
      if (!lastUsedAt || lastUsedAt > limit) {
        return [];
      }
      return [
        {
          kind: this.kind,
          subject: agent.ref,
          title: agent.title,
          ownerRef: agent.ownerRef,
          isPrivate: false,
          lastUsedAt,
          idleSince: lastUsedAt,
        },
      ];
    });
  }
}
