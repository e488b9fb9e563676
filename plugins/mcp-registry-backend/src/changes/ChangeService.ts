import type {
  ChangePage,
  ChangeQuery,
  Page,
  Removal,
  RemovalQuery,
} from '@mcp-portal/plugin-mcp-registry-common';

import type { Scope } from '../access';
import type { DependentStore } from '../dependents/DependentStore';
import { breakAll } from '../versions/blastRadius';
import { readRange, resolveVersion } from '../versions/resolveVersion';
import type { VersionStore } from '../versions/VersionStore';
import type { ChangeStore } from './ChangeStore';

/**
 * What changed in the whole organisation, and what is about to be removed.
 */
export class ChangeService {
  readonly #changes: ChangeStore;
  readonly #versions: VersionStore;
  readonly #dependents: DependentStore;

  constructor(options: {
    changes: ChangeStore;
    versions: VersionStore;
    dependents: DependentStore;
  }) {
    this.#changes = options.changes;
    this.#versions = options.versions;
    this.#dependents = options.dependents;
  }

  list(scope: Scope, query: ChangeQuery): Promise<ChangePage> {
    return this.#changes.list(scope, query);
  }

  async removals(scope: Scope, query: RemovalQuery): Promise<Page<Removal>> {
    const { totalItems, items } = await this.#changes.removals(scope, query);
    const refs = [...new Set(items.map(item => item.server.ref))];
    const candidates = await this.#versions.candidates(scope, refs);
    const users = await this.#dependents.users(scope, refs);
    return {
      totalItems,
      items: items.map(item => {
        const { ref } = item.server;
        const still = breakAll(
          (users.get(ref) ?? []).filter(
            user =>
              resolveVersion(
                candidates.get(ref) ?? [],
                readRange(user.versionRange),
              )?.version === item.version,
          ),
        );
        return {
          ...item,
          consumers: still.total,
          teams: still.teams.map(({ owner, dependents }) => ({
            owner,
            count: dependents.length,
          })),
        };
      }),
    };
  }
}
