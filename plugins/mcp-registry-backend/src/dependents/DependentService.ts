import type {
  Dependent,
  Dependents,
  PageQuery,
} from '@mcp-portal/plugin-mcp-registry-common';

import type { Scope } from '../access';
import { requireServer } from '../servers/requireServer';
import type { ServerStore } from '../servers/ServerStore';
import type { DependentStore } from './DependentStore';
import type { LastCalls } from './LastCalls';

const DEFAULT_LIMIT = 25;

/**
 * Who uses a server: those that say so, then those that only call it.
 */
export class DependentService {
  readonly #servers: ServerStore;
  readonly #store: DependentStore;
  readonly #lastCalls: LastCalls;

  constructor(options: {
    servers: ServerStore;
    store: DependentStore;
    lastCalls: LastCalls;
  }) {
    this.#servers = options.servers;
    this.#store = options.store;
    this.#lastCalls = options.lastCalls;
  }

  /** @throws NotFoundError when the scope has no such server */
  async list(scope: Scope, ref: string, page: PageQuery): Promise<Dependents> {
    await requireServer(this.#servers, scope, ref);
    const { limit = DEFAULT_LIMIT, offset = 0 } = page;
    const { calls } = await this.#lastCalls.of(ref);
    const [declared, observed] = await Promise.all([
      this.#store.list(scope, ref, { limit, offset }),
      this.#store.undeclared(scope, ref, [...calls.keys()]),
    ]);
    const start = Math.max(0, offset - declared.totalItems);
    const rest = observed.slice(start, start + limit - declared.items.length);
    return {
      totalItems: declared.totalItems + observed.length,
      teams: countTeams(declared.teams, observed),
      items: [...declared.items, ...rest].map(dependent => ({
        ...dependent,
        lastSeen: calls.get(dependent.ref),
      })),
    };
  }
}

/** The largest first. */
function countTeams(
  declared: Dependents['teams'],
  observed: Dependent[],
): Dependents['teams'] {
  const teams = new Map(declared.map(team => [team.owner.ref, { ...team }]));
  for (const { owner } of observed) {
    const team = teams.get(owner.ref) ?? { owner, count: 0 };
    team.count += 1;
    teams.set(owner.ref, team);
  }
  return [...teams.values()].sort(
    (a, b) => b.count - a.count || a.owner.ref.localeCompare(b.owner.ref),
  );
}
