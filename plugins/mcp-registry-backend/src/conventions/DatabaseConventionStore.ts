import type { ConventionSubject } from '@mcp-portal/mcp-contract';
import type { ServerConventions } from '@mcp-portal/plugin-mcp-registry-common';
import { Knex } from 'knex';

import { Scope, whereInExtent } from '../access';
import type {
  CheckBasis,
  ConventionCheck,
  ConventionStore,
  ServerTrial,
} from './ConventionStore';
import { writeCheck, writeDay } from './writeCheck';

/** What `servers`, `server_trials` and `server_conventions` say of a server. */
interface BasisRow {
  name: string;
  declared: string;
  published_version: string | null;
  tried_sha256: string | null;
  tried_at: string | null;
  unknown_tool: string | null;
  auth: ConventionSubject['auth'] | null;
  fingerprint: string | null;
  sha256: string | null;
  tokens: number | null;
}

/**
 * Keeps checks and trials in the registry's database.
 */
export class DatabaseConventionStore implements ConventionStore {
  readonly #knex: Knex;

  constructor(options: { knex: Knex }) {
    this.#knex = options.knex;
  }

  async basis(scope: Scope, ref: string): Promise<CheckBasis | undefined> {
    const row: BasisRow | undefined = await this.#knex('servers')
      .modify(whereInExtent, scope.introspection, 'servers')
      .whereNull('servers.removed_at')
      .where('servers.ref', ref)
      .leftJoin('server_trials', 'server_trials.server_id', 'servers.id')
      .leftJoin(
        'server_conventions',
        'server_conventions.server_id',
        'servers.id',
      )
      .first(
        'servers.name',
        'servers.declared',
        'servers.published_version',
        'server_trials.sha256 as tried_sha256',
        'server_trials.tried_at',
        'server_trials.unknown_tool',
        'server_trials.auth',
        'server_conventions.fingerprint',
        'server_conventions.sha256',
        'server_conventions.tokens',
      );
    return row && toBasis(row);
  }

  async keepTrial(
    scope: Scope,
    ref: string,
    trial: ServerTrial,
  ): Promise<void> {
    await this.#write(scope, ref, async (tx, serverId) => {
      await tx('server_trials')
        .insert({
          server_id: serverId,
          sha256: trial.snapshot,
          tried_at: trial.triedAt,
          unknown_tool: trial.unknownTool
            ? JSON.stringify(trial.unknownTool)
            : null,
          auth: trial.auth ?? null,
        })
        .onConflict('server_id')
        .merge();
    });
  }

  async keepCheck(
    scope: Scope,
    ref: string,
    now: Date,
    check?: ConventionCheck,
  ): Promise<void> {
    await this.#write(scope, ref, async (tx, serverId) => {
      if (check) {
        await writeCheck(tx, serverId, now, check);
      } else {
        await tx('server_conventions')
          .where('server_id', serverId)
          .update({ checked_at: now.toISOString() });
      }
      await writeDay(tx, serverId, now);
    });
  }

  async get(
    scope: Scope,
    ref: string,
    trendFrom: Date,
  ): Promise<ServerConventions | undefined> {
    const row: { report: string; checked_at: string } | undefined =
      await this.#readable('server_conventions', scope, ref).first(
        'report',
        'checked_at',
      );
    if (!row) {
      return undefined;
    }
    const trend = await this.#readable('convention_days', scope, ref)
      .where('convention_days.day', '>=', trendFrom.toISOString().slice(0, 10))
      .orderBy('convention_days.day')
      .select('convention_days.day', 'convention_days.score');
    return {
      report: JSON.parse(row.report),
      checkedAt: row.checked_at,
      trend,
    };
  }

  #readable(table: string, scope: Scope, ref: string): Knex.QueryBuilder {
    return this.#knex(table)
      .join('servers', 'servers.id', `${table}.server_id`)
      .modify(whereInExtent, scope.servers, 'servers')
      .whereNull('servers.removed_at')
      .where('servers.ref', ref);
  }

  /** What follows from an answer is written by whoever may have it asked. */
  #write(
    scope: Scope,
    ref: string,
    write: (tx: Knex, serverId: number) => Promise<void>,
  ): Promise<void> {
    return this.#knex.transaction(async tx => {
      const server: { id: number } | undefined = await tx('servers')
        .modify(whereInExtent, scope.introspection, 'servers')
        .where({ ref })
        .first('id');
      if (server) {
        await write(tx, server.id);
      }
    });
  }
}

function toBasis(row: BasisRow): CheckBasis {
  const { registryName } = JSON.parse(row.declared);
  return {
    serverName: registryName ?? row.name,
    version: row.published_version ?? undefined,
    trial:
      row.tried_sha256 !== null && row.tried_at !== null
        ? {
            snapshot: row.tried_sha256,
            triedAt: row.tried_at,
            unknownTool: row.unknown_tool
              ? JSON.parse(row.unknown_tool)
              : undefined,
            auth: row.auth ?? undefined,
          }
        : undefined,
    last:
      row.fingerprint !== null && row.sha256 !== null
        ? {
            fingerprint: row.fingerprint,
            snapshot: row.sha256,
            toolListTokens: row.tokens ?? undefined,
          }
        : undefined,
  };
}
