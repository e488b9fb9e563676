import { ConflictError } from '@backstage/errors';
import { inBatches } from '@mcp-portal/plugin-mcp-node';
import type { Knex } from 'knex';

import type { CostScope } from '../access';
import type { Notice, NoticeStore } from '../notices';
import type {
  IncreaseDecision,
  IncreaseQuery,
  IncreaseStore,
  KeptIncrease,
} from './IncreaseStore';
import { type IncreaseRow, toIncreaseRow, toKeptIncrease } from './increaseRow';
import { isMember } from './teamRights';
import { whereTeam } from './whereTeam';

/** Keeps increases in the plugin's database. */
export class DatabaseIncreaseStore implements IncreaseStore {
  readonly #knex: Knex;
  readonly #notices: NoticeStore;

  constructor(options: { knex: Knex; notices: NoticeStore }) {
    this.#knex = options.knex;
    this.#notices = options.notices;
  }

  async ask(
    scope: CostScope,
    increase: KeptIncrease,
    notice: Notice,
  ): Promise<void> {
    await this.#knex.transaction(async tx => {
      const asked: unknown[] = isMember(scope, increase.teamRef)
        ? await tx('budget_increases')
            .insert(toIncreaseRow(increase))
            .onConflict(
              tx.raw("(team_ref, month) WHERE state = 'pending'") as never,
            )
            .ignore()
            .returning('id')
        : [];
      if (asked.length === 0) {
        throw new ConflictError(
          `${increase.teamRef} waits for an answer already; withdraw what it asked for before asking anew`,
        );
      }
      await this.#notices.put(tx, notice, new Date(increase.askedAt));
    });
  }

  async get(scope: CostScope, id: string): Promise<KeptIncrease | undefined> {
    const row: IncreaseRow | undefined = await this.#increases(scope.teams)
      .where({ id })
      .first();
    return row && toKeptIncrease(row);
  }

  async list(
    scope: CostScope,
    query: IncreaseQuery,
  ): Promise<{ items: KeptIncrease[]; totalItems: number }> {
    const matching = () =>
      this.#increases(scope.teams).modify(builder => {
        if (query.teams) {
          builder.whereIn('team_ref', query.teams as string[]);
        }
        if (query.states) {
          builder.whereIn('state', query.states as string[]);
        }
      });
    const [{ total }] = await matching().count({ total: '*' });
    const rows: IncreaseRow[] = await matching()
      .orderByRaw("CASE WHEN state = 'pending' THEN 0 ELSE 1 END")
      .orderBy('asked_at', 'desc')
      .orderBy('id')
      .limit(query.limit)
      .offset(query.offset);
    return { items: rows.map(toKeptIncrease), totalItems: Number(total) };
  }

  async ofMonth(
    scope: CostScope,
    month: string,
    teamRefs: readonly string[],
  ): Promise<KeptIncrease[]> {
    const rows: IncreaseRow[] = await inBatches([...teamRefs], batch =>
      this.#increases(scope.teams)
        .where({ month })
        .whereIn('state', ['granted', 'pending'])
        .whereIn('team_ref', batch),
    );
    return rows.map(toKeptIncrease);
  }

  async decide(
    scope: CostScope,
    id: string,
    decision: IncreaseDecision,
    notice: Notice,
  ): Promise<boolean> {
    return this.#knex.transaction(async tx => {
      // One statement decides who decides, whoever else does at once.
      const decided = await tx('budget_increases')
        .modify(whereTeam, scope.manages)
        .where({ id, state: 'pending', month: decision.month })
        .whereNot({ asked_by: scope.actor })
        .update({
          state: decision.state,
          decided_by: decision.by,
          decided_at: decision.at,
          decision_reason: decision.reason ?? null,
        });
      if (decided > 0) {
        await this.#notices.put(tx, notice, new Date(decision.at));
      }
      return decided > 0;
    });
  }

  async withdraw(scope: CostScope, id: string, at: string): Promise<boolean> {
    const withdrawn = await this.#increases(scope.memberOf)
      .where({ id, state: 'pending', asked_by: scope.actor })
      .update({ state: 'withdrawn', decided_by: scope.actor, decided_at: at });
    return withdrawn > 0;
  }

  async closeBefore(
    scope: CostScope,
    month: string,
    at: string,
  ): Promise<void> {
    await this.#increases(scope.manages)
      .where({ state: 'pending' })
      .where('month', '<', month)
      .update({
        state: 'withdrawn',
        decided_at: at,
        decision_reason: 'The month was over before anybody decided.',
      });
  }

  #increases(teams: 'all' | readonly string[]): Knex.QueryBuilder {
    return this.#knex('budget_increases').modify(whereTeam, teams);
  }
}
