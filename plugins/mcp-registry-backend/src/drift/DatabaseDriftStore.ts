import type {
  Act,
  Page,
  PageQuery,
} from '@mcp-portal/plugin-mcp-registry-common';
import { Knex } from 'knex';

import { Extent, Scope, whereInExtent } from '../access';
import { DriftRow, toKeptDrift } from './driftRow';
import type {
  DriftContracts,
  DriftKey,
  DriftStore,
  KeptDrift,
} from './DriftStore';
import { driftColumns, findOpenDrifts } from './findOpenDrifts';

const DEFAULT_LIMIT = 25;

/**
 * Keeps drifts in the registry's database.
 */
export class DatabaseDriftStore implements DriftStore {
  readonly #knex: Knex;

  constructor(options: { knex: Knex }) {
    this.#knex = options.knex;
  }

  async list(scope: Scope, page: PageQuery): Promise<Page<KeptDrift>> {
    const [{ total }] = await findOpenDrifts(this.#knex, scope.servers).count({
      total: '*',
    });
    const rows: DriftRow[] = await findOpenDrifts(this.#knex, scope.servers)
      .select(driftColumns(this.#knex))
      .orderByRaw('CASE WHEN drifts.acknowledged_at IS NULL THEN 0 ELSE 1 END')
      .orderBy('first_seen_at', 'desc')
      .orderBy('servers.id')
      .limit(page.limit ?? DEFAULT_LIMIT)
      .offset(page.offset ?? 0);
    return { totalItems: Number(total), items: rows.map(toKeptDrift) };
  }

  async get(scope: Scope, ref: string): Promise<KeptDrift | undefined> {
    const row = await this.#find(this.#knex, scope.servers, ref);
    return row && toKeptDrift(row);
  }

  async contracts(
    scope: Scope,
    key: DriftKey,
  ): Promise<DriftContracts | undefined> {
    const row: { published: string; live: string } | undefined =
      await findOpenDrifts(this.#knex, scope.servers)
        .where({
          'servers.ref': key.ref,
          'servers.published_version': key.version,
          'servers.snapshot': key.snapshot,
        })
        .join('snapshots as before', 'before.sha256', 'published.sha256')
        .join('snapshots as live', 'live.sha256', 'servers.snapshot')
        .first('before.contract as published', 'live.contract as live');
    return (
      row && {
        published: JSON.parse(row.published),
        live: JSON.parse(row.live),
      }
    );
  }

  async observe(
    scope: Scope,
    ref: string,
    now: Date,
  ): Promise<KeptDrift | undefined> {
    return this.#knex.transaction(async tx => {
      const row = await this.#find(tx, scope.introspection, ref);
      if (row) {
        // What an answer has just shown began, as far as is known, with it.
        await keepDrift(tx, row, row.last_seen_at);
      }
      await this.#driftsOf(tx, scope.introspection, ref)
        .whereNull('resolved_at')
        .modify(others => {
          if (row) {
            others.whereNot(other =>
              other.where({ version: row.version, sha256: row.sha256 }),
            );
          }
        })
        .update({ resolved_at: now.toISOString() });
      const kept = row && (await this.#find(tx, scope.introspection, ref));
      return kept && toKeptDrift(kept);
    });
  }

  async judge(
    scope: Scope,
    key: DriftKey,
    judged: NonNullable<KeptDrift['judged']>,
  ): Promise<void> {
    await this.#drift(scope.introspection, key).update(judged);
  }

  async acknowledge(scope: Scope, key: DriftKey, act: Act): Promise<boolean> {
    return this.#knex.transaction(async tx => {
      const row = await this.#find(tx, scope.publication, key.ref);
      if (row?.version !== key.version || row?.sha256 !== key.snapshot) {
        return false;
      }
      await keepDrift(tx, row, row.first_seen_at);
      await tx('drifts')
        .where({
          server_id: row.server_id,
          version: row.version,
          sha256: row.sha256,
        })
        .update({
          acknowledged_at: act.at,
          acknowledged_by: act.by,
          acknowledged_reason: act.reason,
        });
      return true;
    });
  }

  async claimNotice(
    scope: Scope,
    key: DriftKey,
    now: Date,
    claimedUntil: Date,
  ): Promise<boolean> {
    // One statement decides who tells, whatever other replicas do.
    const won = await this.#drift(scope.introspection, key)
      .whereNull('notified_at')
      .whereNull('acknowledged_at')
      .where(free =>
        free
          .whereNull('claimed_until')
          .orWhere('claimed_until', '<=', now.toISOString()),
      )
      .update({ claimed_until: claimedUntil.toISOString() });
    return won > 0;
  }

  async endNotice(
    scope: Scope,
    key: DriftKey,
    notifiedAt?: Date,
  ): Promise<void> {
    await this.#drift(scope.introspection, key).update({
      claimed_until: null,
      ...(notifiedAt && { notified_at: notifiedAt.toISOString() }),
    });
  }

  async #find(
    knex: Knex,
    extent: Extent,
    ref: string,
  ): Promise<DriftRow | undefined> {
    return findOpenDrifts(knex, extent)
      .where('servers.ref', ref)
      .first(driftColumns(knex));
  }

  #drift(extent: Extent, key: DriftKey): Knex.QueryBuilder {
    return this.#driftsOf(this.#knex, extent, key.ref).where({
      version: key.version,
      sha256: key.snapshot,
    });
  }

  #driftsOf(knex: Knex, extent: Extent, ref: string): Knex.QueryBuilder {
    return knex('drifts').whereIn(
      'server_id',
      knex('servers')
        .modify(whereInExtent, extent, 'servers')
        .where({ ref })
        .select('id'),
    );
  }
}

/** Keeps that a drift is seen, anew or again. */
async function keepDrift(
  tx: Knex,
  row: DriftRow,
  firstSeenAt: string,
): Promise<void> {
  const again = { last_seen_at: row.last_seen_at, resolved_at: null };
  await tx('drifts')
    .insert({
      server_id: row.server_id,
      version: row.version,
      sha256: row.sha256,
      first_seen_at: firstSeenAt,
      ...again,
    })
    .onConflict(['server_id', 'version', 'sha256'])
    .merge(again);
}
