import type {
  Alert,
  AlertQuery,
  AlertRule,
  CostPage,
} from '@mcp-portal/plugin-mcp-cost-common';
import type { Knex } from 'knex';

import { type CostScope, requireAll } from '../access';
import type { Notice, NoticeStore } from '../notices';
import { type AlertRow, toAlert, toAlertRow, toKeptAlert } from './alertRow';
import type { AlertStore, KeptAlert } from './AlertStore';

const DEFAULT_LIMIT = 25;

/** Keeps alerts in the plugin's database. */
export class DatabaseAlertStore implements AlertStore {
  readonly #knex: Knex;
  readonly #notices: NoticeStore;

  constructor(options: { knex: Knex; notices: NoticeStore }) {
    this.#knex = options.knex;
    this.#notices = options.notices;
  }

  async list(scope: CostScope, query: AlertQuery): Promise<CostPage<Alert>> {
    const matching = () =>
      this.#knex('alerts')
        .modify(whereInScope, scope)
        .modify(whereMatches, query);
    const [{ total }] = await matching().count({ total: '*' });
    const rows: AlertRow[] = await matching()
      .orderByRaw('CASE WHEN resolved_at IS NULL THEN 0 ELSE 1 END')
      .orderByRaw("CASE WHEN level = 'problem' THEN 0 ELSE 1 END")
      .orderBy('started_at', 'desc')
      .orderBy('id')
      .limit(query.limit ?? DEFAULT_LIMIT)
      .offset(query.offset ?? 0);
    return { items: rows.map(toAlert), totalItems: Number(total) };
  }

  async open(scope: CostScope, rule: AlertRule): Promise<KeptAlert[]> {
    requireAll(scope);
    const rows: AlertRow[] = await this.#knex('alerts')
      .where({ rule })
      .whereNull('resolved_at');
    return rows.map(toKeptAlert);
  }

  async since(
    scope: CostScope,
    rule: AlertRule,
    subject: string,
    since: string,
  ): Promise<KeptAlert[]> {
    requireAll(scope);
    const rows: AlertRow[] = await this.#knex('alerts')
      .where({ rule, subject })
      .where(recent =>
        recent.whereNull('resolved_at').orWhere('resolved_at', '>=', since),
      )
      .orderBy('started_at');
    return rows.map(toKeptAlert);
  }

  async raise(
    scope: CostScope,
    alert: KeptAlert,
    notice?: Notice,
  ): Promise<boolean> {
    requireAll(scope);
    return this.#knex.transaction(async tx => {
      const raised: unknown[] = await tx('alerts')
        .insert(toAlertRow(alert))
        .onConflict()
        .ignore()
        .returning('id');
      if (raised.length > 0 && notice) {
        await this.#notices.put(tx, notice, new Date(alert.lastSeenAt));
      }
      return raised.length > 0;
    });
  }

  async refresh(scope: CostScope, alert: KeptAlert): Promise<void> {
    requireAll(scope);
    const { title, message, advice, facts, last_seen_at } = toAlertRow(alert);
    await this.#knex('alerts')
      .where({ id: alert.id })
      .whereNull('resolved_at')
      .update({ title, message, advice, facts, last_seen_at });
  }

  async resolve(
    scope: CostScope,
    alert: KeptAlert,
    at: string,
    notice?: Notice,
  ): Promise<boolean> {
    requireAll(scope);
    return this.#knex.transaction(async tx => {
      const resolved = await tx('alerts')
        .where({ id: alert.id })
        .whereNull('resolved_at')
        .update({ resolved_at: at });
      if (resolved > 0 && notice) {
        await this.#notices.put(tx, notice, new Date(at));
      }
      return resolved > 0;
    });
  }

  async prune(scope: CostScope, before: string): Promise<void> {
    requireAll(scope);
    await this.#knex('alerts').where('resolved_at', '<', before).delete();
  }
}

function whereInScope(query: Knex.QueryBuilder, scope: CostScope): void {
  const { teams, servers } = scope;
  if (teams !== 'all') {
    query.where(mine =>
      mine
        .whereIn('team_ref', teams as string[])
        .orWhereIn('server_ref', servers as string[]),
    );
  }
}

function whereMatches(query: Knex.QueryBuilder, wanted: AlertQuery): void {
  if (wanted.team) {
    query.whereIn('team_ref', wanted.team);
  }
  if (wanted.server) {
    query.whereIn('server_ref', wanted.server);
  }
  if (wanted.rule) {
    query.whereIn('rule', wanted.rule);
  }
  const state = wanted.state ?? 'open';
  if (state === 'open') {
    query.whereNull('resolved_at');
  } else if (state === 'resolved') {
    query.whereNotNull('resolved_at');
  }
}
