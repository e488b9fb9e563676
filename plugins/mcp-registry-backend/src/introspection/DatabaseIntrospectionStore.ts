import type { Contract } from '@mcp-portal/mcp-contract';
import type {
  Attempt,
  HealthDay,
  Page,
  PageQuery,
  SeenSnapshot,
  ServerContract,
} from '@mcp-portal/plugin-mcp-registry-common';
import { Knex } from 'knex';

import { Scope, whereInExtent } from '../access';
import type { ServerSearchIndex } from '../servers/ServerSearchIndex';
import {
  AttemptRow,
  SNAPSHOT_COLUMNS,
  SnapshotRow,
  toAttempt,
  toSeenSnapshot,
} from './introspectionRows';
import type {
  AttemptRecord,
  ClaimedServer,
  IntrospectionStore,
} from './IntrospectionStore';
import { writeAttempt } from './writeAttempt';

const DEFAULT_LIMIT = 25;
/** How many due servers to try before giving up to faster replicas. */
const CLAIM_CANDIDATES = 20;

/**
 * Keeps what servers answered in the registry's database.
 */
export class DatabaseIntrospectionStore implements IntrospectionStore {
  readonly #knex: Knex;
  readonly #searchIndex: ServerSearchIndex;

  constructor(options: { knex: Knex; searchIndex: ServerSearchIndex }) {
    this.#knex = options.knex;
    this.#searchIndex = options.searchIndex;
  }

  async claimDue(
    scope: Scope,
    now: Date,
    claimedUntil: Date,
  ): Promise<ClaimedServer | undefined> {
    const due: { ref: string }[] = await this.#askable(scope)
      .where('next_attempt_at', '<=', now.toISOString())
      .where(free => whereFree(free, now))
      .orderBy('next_attempt_at')
      .limit(CLAIM_CANDIDATES)
      .select('ref');
    for (const { ref } of due) {
      const claimed = await this.claim(scope, ref, now, claimedUntil);
      if (claimed) {
        return claimed;
      }
    }
    return undefined;
  }

  async claim(
    scope: Scope,
    ref: string,
    now: Date,
    claimedUntil: Date,
  ): Promise<ClaimedServer | undefined> {
    // One statement decides who gets it, whatever other replicas do.
    const won = await this.#askable(scope)
      .where({ ref })
      .where(free => whereFree(free, now))
      .update({ claimed_until: claimedUntil.toISOString() });
    if (!won) {
      return undefined;
    }
    const row = await this.#askable(scope)
      .where({ ref })
      .first('ref', 'declared', 'lifecycle', 'last_good_at', 'failures');
    if (!row) {
      // The catalog lost it in this very moment.
      return undefined;
    }
    const { remotes, packages, createdFrom } = JSON.parse(row.declared);
    return {
      ref,
      remotes,
      packages,
      lastGoodAt: row.last_good_at ?? undefined,
      failures: row.failures,
      justMade: Boolean(createdFrom) && row.lifecycle === 'experimental',
    };
  }

  async record(
    scope: Scope,
    ref: string,
    record: AttemptRecord,
  ): Promise<{ newContract: boolean }> {
    return this.#knex.transaction(async tx => {
      const server = await tx('servers')
        .modify(whereInExtent, scope.introspection, 'servers')
        .where({ ref })
        // The index writes to the same words, and its texts are read here.
        .forUpdate()
        .first();
      return server
        ? writeAttempt(tx, this.#searchIndex, server, record)
        : { newContract: false };
    });
  }

  async release(scope: Scope, ref: string): Promise<void> {
    await this.#knex('servers')
      .modify(whereInExtent, scope.introspection, 'servers')
      .where({ ref })
      .update({ claimed_until: null });
  }

  async listAttempts(
    scope: Scope,
    ref: string,
    page: PageQuery,
  ): Promise<Page<Attempt>> {
    const attempts = () =>
      this.#readable('attempts', scope, ref) as Knex.QueryBuilder;
    const [{ total }] = await attempts().count({ total: '*' });
    const rows: AttemptRow[] = await attempts()
      .orderBy([
        { column: 'attempts.started_at', order: 'desc' },
        { column: 'attempts.id' },
      ])
      .limit(page.limit ?? DEFAULT_LIMIT)
      .offset(page.offset ?? 0)
      .select('attempts.*');
    return { totalItems: Number(total), items: rows.map(toAttempt) };
  }

  async healthDays(
    scope: Scope,
    ref: string,
    from: Date,
  ): Promise<HealthDay[]> {
    const rows: {
      day: string;
      ok: number;
      failed: number;
      ok_latency_ms: number;
    }[] = await this.#readable('health_days', scope, ref)
      .where('day', '>=', from.toISOString().slice(0, 10))
      .orderBy('day')
      .select('health_days.*');
    return rows.map(row => ({
      day: row.day,
      ok: row.ok,
      failed: row.failed,
      ...(row.ok > 0 && {
        meanLatencyMs: Math.round(row.ok_latency_ms / row.ok),
      }),
    }));
  }

  async listSnapshots(
    scope: Scope,
    ref: string,
    page: PageQuery,
  ): Promise<Page<SeenSnapshot>> {
    const [{ total }] = await this.#readable(
      'server_snapshots',
      scope,
      ref,
    ).count({ total: '*' });
    const rows: SnapshotRow[] = await this.#snapshots(scope, ref)
      .limit(page.limit ?? DEFAULT_LIMIT)
      .offset(page.offset ?? 0)
      .select(SNAPSHOT_COLUMNS);
    return { totalItems: Number(total), items: rows.map(toSeenSnapshot) };
  }

  async getSnapshot(
    scope: Scope,
    ref: string,
    sha256?: string,
  ): Promise<ServerContract | undefined> {
    const row: (SnapshotRow & { contract: string }) | undefined =
      await this.#snapshots(scope, ref)
        .where('snapshots.sha256', sha256 ?? this.#knex.ref('servers.snapshot'))
        .first([...SNAPSHOT_COLUMNS, 'snapshots.contract']);
    return (
      row && {
        ...toSeenSnapshot(row),
        stale: row.snapshot === row.sha256 && row.failures > 0,
        contract: JSON.parse(row.contract),
      }
    );
  }

  async getCurrentContract(
    scope: Scope,
    ref: string,
    maxSizeBytes: number,
  ): Promise<Contract | undefined> {
    const row: { contract: string } | undefined = await this.#knex('servers')
      .join('snapshots', 'snapshots.sha256', 'servers.snapshot')
      .modify(whereInExtent, scope.servers, 'servers')
      .whereNull('servers.removed_at')
      .where('servers.ref', ref)
      .where('snapshots.size_bytes', '<=', maxSizeBytes)
      .first('snapshots.contract');
    return row && JSON.parse(row.contract);
  }

  #askable(scope: Scope): Knex.QueryBuilder {
    return this.#knex('servers')
      .modify(whereInExtent, scope.introspection, 'servers')
      .whereNull('removed_at');
  }

  /** What is kept of one server in a table of its own, if the scope has it. */
  #readable(table: string, scope: Scope, ref: string): Knex.QueryBuilder {
    return this.#knex(table)
      .join('servers', 'servers.id', `${table}.server_id`)
      .modify(whereInExtent, scope.servers, 'servers')
      .whereNull('servers.removed_at')
      .where('servers.ref', ref);
  }

  #snapshots(scope: Scope, ref: string): Knex.QueryBuilder {
    return this.#readable('server_snapshots', scope, ref)
      .join('snapshots', 'snapshots.sha256', 'server_snapshots.sha256')
      .orderBy([
        { column: 'server_snapshots.last_seen_at', order: 'desc' },
        { column: 'server_snapshots.sha256' },
        { column: 'server_snapshots.credential' },
      ]);
  }
}

function whereFree(query: Knex.QueryBuilder, now: Date): void {
  query
    .whereNull('claimed_until')
    .orWhere('claimed_until', '<=', now.toISOString());
}
