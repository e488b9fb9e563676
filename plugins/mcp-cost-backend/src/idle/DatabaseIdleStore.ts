import type {
  IdleExemption,
  IdleKind,
  IdleQuery,
  IdleResource,
} from '@mcp-portal/plugin-mcp-cost-common';
import { inBatches } from '@mcp-portal/plugin-mcp-node';
import type { Knex } from 'knex';

import { type CostScope, requireAll } from '../access';
import type { Candidate } from './Candidate';
import {
  type ExemptedIdleRow,
  idleId,
  toIdleResource,
  toIdleRow,
} from './idleRow';
import type { IdlePage, IdleStore } from './IdleStore';
import { whereReachable } from './whereReachable';

const DEFAULT_LIMIT = 25;

/** Keeps what lies idle in the plugin's database. */
export class DatabaseIdleStore implements IdleStore {
  readonly #knex: Knex;

  constructor(options: { knex: Knex }) {
    this.#knex = options.knex;
  }

  async list(scope: CostScope, query: IdleQuery, now: Date): Promise<IdlePage> {
    const matching = () =>
      this.#resources(scope, now).modify(whereMatches, query);
    const rows: ExemptedIdleRow[] = await matching()
      .orderByRaw(
        'CAST(COALESCE(i.saving_per_month_nanos, ?) AS NUMERIC) DESC',
        ['-1'],
      )
      .orderBy('i.idle_since')
      .orderBy('i.id')
      .limit(query.limit ?? DEFAULT_LIMIT)
      .offset(query.offset ?? 0);
    const all: Pick<
      ExemptedIdleRow,
      'saving_per_month_nanos' | 'exempt_until'
    >[] = await matching()
      .clearSelect()
      .select('i.saving_per_month_nanos', { exempt_until: 'e.until' });
    const scan = await this.#knex('idle_scan').first('scanned_at');
    return {
      items: rows.map(row => toIdleResource(row, scope)),
      totalItems: all.length,
      savingPerMonthNanos: String(
        all
          // What somebody wants to keep is not there to be saved.
          .filter(({ exempt_until }) => exempt_until === null)
          .reduce(
            (sum, row) => sum + BigInt(row.saving_per_month_nanos ?? 0),
            0n,
          ),
      ),
      ...(scan?.scanned_at && { scannedAt: scan.scanned_at }),
    };
  }

  async get(
    scope: CostScope,
    id: string,
    now: Date,
  ): Promise<IdleResource | undefined> {
    const row: ExemptedIdleRow | undefined = await this.#resources(scope, now)
      .where('i.id', id)
      .first();
    return row && toIdleResource(row, scope);
  }

  async replace(
    scope: CostScope,
    kind: IdleKind,
    found: readonly Candidate[],
    now: Date,
  ): Promise<void> {
    requireAll(scope);
    await this.#knex.transaction(async tx => {
      const kept = new Set(found.map(idleId));
      const known: { id: string }[] = await tx('idle_resources')
        .where({ kind })
        .select('id');
      const gone = known.filter(({ id }) => !kept.has(id));
      await inBatches(gone, async batch => {
        const ids = batch.map(({ id }) => id);
        await tx('idle_resources').whereIn('id', ids).delete();
        await tx('idle_told').whereIn('id', ids).delete();
        return [];
      });
      await inBatches([...found], async batch => {
        await tx('idle_resources')
          .insert(batch.map(candidate => toIdleRow(candidate, now)))
          .onConflict('id')
          // Since when it is known to be idle stays.
          .merge([
            'title',
            'owner_ref',
            'is_private',
            'last_used_at',
            'idle_since',
            'cost_per_month_nanos',
            'saving_per_month_nanos',
          ]);
        return [];
      });
    });
  }

  async markScanned(scope: CostScope, now: Date): Promise<void> {
    requireAll(scope);
    await this.#knex('idle_scan').update({ scanned_at: now.toISOString() });
  }

  async exempt(
    scope: CostScope,
    id: string,
    { reason, until, by, at }: IdleExemption,
    now: Date,
  ): Promise<boolean> {
    if (!(await this.#mayExempt(scope, id, now))) {
      return false;
    }
    await this.#knex('idle_exemptions')
      .insert({ id, reason, until, by, at })
      .onConflict('id')
      .merge();
    return true;
  }

  async endExemption(
    scope: CostScope,
    id: string,
    now: Date,
  ): Promise<boolean> {
    return (
      (await this.#mayExempt(scope, id, now)) &&
      (await this.#knex('idle_exemptions').where({ id }).delete()) > 0
    );
  }

  async untold(
    scope: CostScope,
    action: string,
    now: Date,
  ): Promise<IdleResource[]> {
    requireAll(scope);
    const rows: ExemptedIdleRow[] = await this.#resources(scope, now)
      .leftJoin('idle_told as t', join =>
        join
          .on('t.id', 'i.id')
          .andOn('t.found_at', 'i.found_at')
          .andOnVal('t.action', action),
      )
      .whereNull('t.id')
      .whereNull('e.id')
      .orderBy('i.found_at')
      .orderBy('i.id');
    return rows.map(row => toIdleResource(row, scope));
  }

  async markTold(
    scope: CostScope,
    action: string,
    resources: readonly IdleResource[],
  ): Promise<void> {
    requireAll(scope);
    await inBatches([...resources], async batch => {
      await this.#knex('idle_told')
        .insert(
          batch.map(({ id, foundAt }) => ({ action, id, found_at: foundAt })),
        )
        .onConflict(['action', 'id'])
        .merge();
      return [];
    });
  }

  async #mayExempt(scope: CostScope, id: string, now: Date): Promise<boolean> {
    return (await this.get(scope, id, now))?.mayExempt ?? false;
  }

  /** Each with the exemption that holds today. */
  #resources(scope: CostScope, now: Date): Knex.QueryBuilder {
    return this.#knex('idle_resources as i')
      .leftJoin('idle_exemptions as e', join =>
        join
          .on('e.id', 'i.id')
          .andOnVal('e.until', '>=', now.toISOString().slice(0, 10)),
      )
      .modify(whereReachable, scope)
      .select('i.*', {
        exempt_reason: 'e.reason',
        exempt_until: 'e.until',
        exempt_by: 'e.by',
        exempt_at: 'e.at',
      });
  }
}

function whereMatches(query: Knex.QueryBuilder, wanted: IdleQuery): void {
  if (wanted.kind) {
    query.whereIn('i.kind', wanted.kind);
  }
  if (wanted.team) {
    query.whereIn('i.owner_ref', wanted.team);
  }
  const exempted = wanted.exempted ?? 'without';
  if (exempted === 'without') {
    query.whereNull('e.id');
  } else if (exempted === 'only') {
    query.whereNotNull('e.id');
  }
}
