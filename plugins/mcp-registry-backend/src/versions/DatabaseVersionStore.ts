import type { Contract } from '@mcp-portal/mcp-contract';
import type { Act, Deprecation } from '@mcp-portal/plugin-mcp-registry-common';
import { Knex } from 'knex';
import { rcompare } from 'semver';

import { Scope, whereInExtent } from '../access';
import { inBatches } from '@mcp-portal/plugin-mcp-node';
import { keepSnapshot } from '../introspection/writeSnapshot';
import type { Candidate } from './resolveVersion';
import { toServerVersion, VERSION_COLUMNS, VersionRow } from './versionRow';
import type {
  KeptVersion,
  VersionDraft,
  VersionHistory,
  VersionStore,
} from './VersionStore';
import { writePublishedVersion, writeVersion } from './writeVersion';

/**
 * Keeps versions in the registry's database.
 */
export class DatabaseVersionStore implements VersionStore {
  readonly #knex: Knex;

  constructor(options: { knex: Knex }) {
    this.#knex = options.knex;
  }

  async history(
    scope: Scope,
    ref: string,
  ): Promise<VersionHistory | undefined> {
    // The revision first: what is published in between makes it outdated.
    const server: { versions_revision: number } | undefined = await this.#knex(
      'servers',
    )
      .modify(whereInExtent, scope.servers, 'servers')
      .whereNull('removed_at')
      .where({ ref })
      .first('versions_revision');
    if (!server) {
      return undefined;
    }
    const rows: VersionRow[] = await this.#versions(scope, [ref]).select(
      VERSION_COLUMNS,
    );
    return {
      revision: server.versions_revision,
      versions: rows
        .sort((a, b) => rcompare(a.version, b.version))
        .map(toServerVersion),
    };
  }

  async get(
    scope: Scope,
    ref: string,
    version: string,
  ): Promise<KeptVersion | undefined> {
    const row:
      | (VersionRow & {
          contract: string;
          changes: string;
          server_json: string | null;
        })
      | undefined = await this.#versions(scope, [ref])
      .where('versions.version', version)
      .first([
        ...VERSION_COLUMNS,
        'snapshots.contract',
        'versions.changes',
        'versions.server_json',
      ]);
    return (
      row && {
        ...toServerVersion(row),
        contract: JSON.parse(row.contract),
        changes: JSON.parse(row.changes),
        requiredBump: row.required_bump,
        smallestVersion: row.smallest_version,
        serverJson: row.server_json ? JSON.parse(row.server_json) : undefined,
      }
    );
  }

  async contract(
    scope: Scope,
    ref: string,
    version: string,
  ): Promise<Contract | undefined> {
    const row: { contract: string } | undefined = await this.#versions(scope, [
      ref,
    ])
      .where('versions.version', version)
      .first('snapshots.contract');
    return row && JSON.parse(row.contract);
  }

  async candidates(
    scope: Scope,
    refs: string[],
  ): Promise<Map<string, Candidate[]>> {
    const rows = await inBatches(
      refs,
      (batch): PromiseLike<(Candidate & { ref: string })[]> =>
        this.#versions(scope, batch).select(
          'servers.ref',
          'versions.version',
          'versions.status',
        ),
    );
    const candidates = new Map<string, Candidate[]>(refs.map(ref => [ref, []]));
    rows
      .sort((a, b) => rcompare(a.version, b.version))
      .forEach(({ ref, version, status }) =>
        candidates.get(ref)?.push({ version, status }),
      );
    return candidates;
  }

  async publish(
    scope: Scope,
    ref: string,
    draft: VersionDraft,
    revision: number,
  ): Promise<boolean> {
    return this.#change(
      scope,
      ref,
      async (tx, serverId) => {
        if (draft.snapshot) {
          await keepSnapshot(tx, draft.snapshot);
        }
        await writeVersion(tx, serverId, draft);
        return true;
      },
      server => {
        server.where('versions_revision', revision);
        if (draft.override || draft.acceptance) {
          whereInExtent(server, scope.override, 'servers');
        }
      },
    );
  }

  async deprecate(
    scope: Scope,
    ref: string,
    version: string,
    deprecation: Deprecation | undefined,
  ): Promise<boolean> {
    return this.#changeVersion(scope, ref, version, {
      status: deprecation ? 'deprecated' : 'active',
      deprecation: deprecation ? JSON.stringify(deprecation) : null,
      sunset_on: deprecation?.sunsetOn ?? null,
    });
  }

  async delete(
    scope: Scope,
    ref: string,
    version: string,
    deletion: Act,
    revision?: number,
  ): Promise<boolean> {
    return this.#changeVersion(
      scope,
      ref,
      version,
      { status: 'deleted', deletion: JSON.stringify(deletion) },
      server => {
        if (revision !== undefined) {
          server.where('versions_revision', revision);
        }
      },
    );
  }

  #changeVersion(
    scope: Scope,
    ref: string,
    version: string,
    columns: Record<string, unknown>,
    where?: (server: Knex.QueryBuilder) => void,
  ): Promise<boolean> {
    const write = async (tx: Knex, serverId: number) => {
      const changed = await tx('versions')
        .where({ server_id: serverId, version })
        .whereNot('status', 'deleted')
        .update(columns);
      return changed > 0;
    };
    return this.#change(scope, ref, write, where);
  }

  /**
   * Changes the versions of a server, one writer at a time: the new revision is
   * the lock that the others wait for, and what tells them that they are late.
   */
  #change(
    scope: Scope,
    ref: string,
    write: (tx: Knex, serverId: number) => Promise<boolean>,
    where: (server: Knex.QueryBuilder) => void = () => {},
  ): Promise<boolean> {
    return this.#knex.transaction(async tx => {
      const [server]: { id: number }[] = await tx('servers')
        .modify(whereInExtent, scope.publication, 'servers')
        .whereNull('removed_at')
        .where({ ref })
        .modify(where)
        .update({ versions_revision: tx.raw('versions_revision + 1') })
        .returning('id');
      if (!server || !(await write(tx, server.id))) {
        return false;
      }
      await writePublishedVersion(tx, server.id);
      return true;
    });
  }

  #versions(scope: Scope, refs: string[]): Knex.QueryBuilder {
    return this.#knex('versions')
      .join('servers', 'servers.id', 'versions.server_id')
      .join('snapshots', 'snapshots.sha256', 'versions.sha256')
      .modify(whereInExtent, scope.servers, 'servers')
      .whereNull('servers.removed_at')
      .whereIn('servers.ref', refs);
  }
}
