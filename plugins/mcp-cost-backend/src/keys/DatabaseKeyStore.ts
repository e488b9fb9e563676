import { ConflictError, NotAllowedError } from '@backstage/errors';
import { inBatches, isSqlite } from '@mcp-portal/plugin-mcp-node';
import type { Knex } from 'knex';

import type { CostScope } from '../access';
import { CONFIGURED } from './isInUse';
import { fromRow, KeyRow, toRow } from './keyRow';
import type { KeyLimit, KeyStore, StoredKey } from './KeyStore';

const KEYS = 'service_keys';
const TEAMS = 'service_key_teams';

/** Service keys in the plugin's database. */
export class DatabaseKeyStore implements KeyStore {
  readonly #knex: Knex;

  constructor(options: { knex: Knex }) {
    this.#knex = options.knex;
  }

  async list(
    scope: CostScope,
    { teamRef, endsAfterMs }: { teamRef?: string; endsAfterMs?: number } = {},
  ): Promise<StoredKey[]> {
    const query = this.#knex<KeyRow>(KEYS).modify(whereReached, scope);
    if (teamRef !== undefined) {
      query.where('team_ref', teamRef);
    }
    if (endsAfterMs !== undefined) {
      query.whereNull('revoked_at').where('expires_at', '>', endsAfterMs);
    }
    return this.#withTeams(
      await query.orderBy([
        { column: 'created_at', order: 'desc' },
        { column: 'id' },
      ]),
    );
  }

  async find(scope: CostScope, id: string): Promise<StoredKey | undefined> {
    const rows = await this.#knex<KeyRow>(KEYS)
      .modify(whereReached, scope)
      .where({ id });
    return (await this.#withTeams(rows))[0];
  }

  async add(scope: CostScope, key: StoredKey, limit: KeyLimit): Promise<void> {
    await this.#knex.transaction(tx => insertKey(tx, scope, key, limit));
  }

  async replace(
    scope: CostScope,
    id: string,
    options: { by: StoredKey; endsAtMs: number; limit: KeyLimit },
  ): Promise<boolean> {
    const { by, endsAtMs, limit } = options;
    return this.#knex.transaction(async tx => {
      const changed = await tx<KeyRow>(KEYS)
        .modify(whereReached, scope)
        .where({ id })
        .whereNull('revoked_at')
        .whereNull('replaced_by')
        .where('expires_at', '>', limit.nowMs)
        .update({ replaced_by: by.id, expires_at: endsAtMs });
      if (changed === 0) {
        return false;
      }
      await insertKey(tx, scope, by, limit);
      return true;
    });
  }

  async revoke(scope: CostScope, id: string, atMs: number): Promise<void> {
    await this.#knex<KeyRow>(KEYS)
      .modify(whereReached, scope)
      .where({ id })
      .whereNull('revoked_at')
      .update({ revoked_at: atMs });
  }

  async setTeams(
    scope: CostScope,
    id: string,
    teamRefs: string[],
  ): Promise<void> {
    if (!scope.mayDelegate) {
      throw new NotAllowedError(
        'Only an administrator lets a key report for other teams',
      );
    }
    await this.#knex.transaction(async tx => {
      await tx(TEAMS).where('key_id', id).delete();
      await insertTeams(tx, id, teamRefs);
    });
  }

  async touch(
    scope: CostScope,
    id: string,
    { atMs, unlessSinceMs }: { atMs: number; unlessSinceMs: number },
  ): Promise<void> {
    await this.#knex<KeyRow>(KEYS)
      .modify(whereReached, scope)
      .where({ id })
      .where(used =>
        used
          .whereNull('last_used_at')
          .orWhere('last_used_at', '<=', unlessSinceMs),
      )
      .update({ last_used_at: atMs });
  }

  async markWarned(scope: CostScope, id: string, days: number): Promise<void> {
    await this.#knex<KeyRow>(KEYS)
      .modify(whereReached, scope)
      .where({ id })
      .update({ warned_days: days });
  }

  async putConfigured(scope: CostScope, key: StoredKey): Promise<void> {
    requireReach(scope, key.teamRef);
    const row = toRow(key);
    await this.#knex.transaction(async tx => {
      await tx(KEYS).insert(row).onConflict('id').ignore();
      const kept = await tx<KeyRow>(KEYS).where({ id: key.id }).first();
      if (kept?.created_by !== CONFIGURED) {
        throw new ConflictError(
          `The secret of the configured key "${key.name}" is one that somebody made in the portal; use another`,
        );
      }
      await tx<KeyRow>(KEYS)
        .where({ id: key.id })
        .update(
          kept.secret_hash === row.secret_hash
            ? { team_ref: row.team_ref, name: row.name, scopes: row.scopes }
            : row,
        );
    });
  }

  async #withTeams(rows: KeyRow[]): Promise<StoredKey[]> {
    const links = await inBatches(
      rows.map(({ id }) => id),
      (ids): PromiseLike<{ key_id: string; team_ref: string }[]> =>
        this.#knex(TEAMS).whereIn('key_id', ids).orderBy('team_ref'),
    );
    const teamsOf = new Map<string, string[]>();
    for (const { key_id: id, team_ref: teamRef } of links) {
      teamsOf.set(id, [...(teamsOf.get(id) ?? []), teamRef]);
    }
    return rows.map(row => fromRow(row, teamsOf.get(row.id) ?? []));
  }
}

/** Narrows a query to the keys that a scope reaches. */
function whereReached(query: Knex.QueryBuilder, scope: CostScope): void {
  if (!scope.mayDelegate && scope.memberOf !== 'all') {
    query.whereIn('team_ref', scope.memberOf);
  }
}

function requireReach(scope: CostScope, teamRef: string): void {
  if (
    !scope.mayDelegate &&
    scope.memberOf !== 'all' &&
    !scope.memberOf.includes(teamRef)
  ) {
    throw new NotAllowedError(
      `Only members of ${teamRef} and administrators make keys for it`,
    );
  }
}

async function insertKey(
  tx: Knex.Transaction,
  scope: CostScope,
  key: StoredKey,
  limit: KeyLimit,
): Promise<void> {
  requireReach(scope, key.teamRef);
  if (!isSqlite(tx)) {
    // Two at the same time would not see each other's key. SQLite writes one by one.
    await tx.raw('select pg_advisory_xact_lock(hashtext(?))', [
      `service_keys ${key.teamRef}`,
    ]);
  }
  const working = await tx(KEYS)
    .where('team_ref', key.teamRef)
    .whereNot('created_by', CONFIGURED)
    .whereNull('revoked_at')
    .where('expires_at', '>', limit.nowMs)
    .count<{ keys: number | string }[]>({ keys: '*' });
  if (Number(working[0].keys) >= limit.keys) {
    throw new ConflictError(
      `${key.teamRef} has ${limit.keys} keys that work, and may have no more; revoke one that is not used`,
    );
  }
  await tx(KEYS).insert(toRow(key));
  await insertTeams(tx, key.id, key.reportsFor);
}

async function insertTeams(
  tx: Knex.Transaction,
  id: string,
  teamRefs: string[],
): Promise<void> {
  if (teamRefs.length > 0) {
    await tx(TEAMS).insert(
      teamRefs.map(teamRef => ({ key_id: id, team_ref: teamRef })),
    );
  }
}
