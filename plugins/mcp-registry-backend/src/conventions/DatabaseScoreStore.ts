import type {
  ScoreDay,
  ScoreQuery,
} from '@mcp-portal/plugin-mcp-registry-common';
import { Knex } from 'knex';

import type { Scope } from '../access';
import { inBatches } from '@mcp-portal/plugin-mcp-node';
import { searchTerms } from '../search/searchWords';
import type { ServerSearchIndex } from '../servers/ServerSearchIndex';
import { whereServers } from '../servers/whereServers';
import { orderScores } from './orderScores';
import { SCORE_COLUMNS, ScoreRow, toServerScore } from './scoreRow';
import type { KeptScores, ScoreDays, ScoreStore } from './ScoreStore';

const DEFAULT_LIMIT = 25;

/**
 * Reads scores from the registry's database.
 */
export class DatabaseScoreStore implements ScoreStore {
  readonly #knex: Knex;
  readonly #searchIndex: ServerSearchIndex;

  constructor(options: { knex: Knex; searchIndex: ServerSearchIndex }) {
    this.#knex = options.knex;
    this.#searchIndex = options.searchIndex;
  }

  async scores(
    scope: Scope,
    query: ScoreQuery,
    days: ScoreDays,
  ): Promise<KeptScores> {
    const rows = await this.#run<ScoreRow[]>(scope, query, servers =>
      servers
        .select(SCORE_COLUMNS)
        .modify(orderScores, query)
        .limit(query.limit ?? DEFAULT_LIMIT)
        .offset(query.offset ?? 0),
    );
    const [counted] = await this.#run<
      {
        total: number | string;
        checked: number | string;
        mean: number | string | null;
      }[]
    >(scope, query, servers =>
      servers
        .count({ total: '*', checked: 'server_conventions.score' })
        .avg({ mean: 'server_conventions.score' }),
    );
    const before = await this.#scoresBefore(rows, days);
    return {
      totalItems: Number(counted.total),
      checked: Number(counted.checked),
      mean: counted.mean === null ? undefined : round(counted.mean),
      items: rows.map(row => toServerScore(row, before.get(row.id))),
      broken: await this.#countBroken(scope, query),
      trend: await this.#trend(scope, query, days),
    };
  }

  async #countBroken(
    scope: Scope,
    query: ScoreQuery,
  ): Promise<KeptScores['broken']> {
    const rows = await this.#run<
      { convention: string; servers: number | string }[]
    >(scope, { ...query, convention: undefined }, servers =>
      servers
        .join(
          'broken_conventions',
          'broken_conventions.server_id',
          'servers.id',
        )
        .groupBy('broken_conventions.convention')
        .select('broken_conventions.convention')
        .count({ servers: '*' }),
    );
    return rows.map(row => ({
      convention: row.convention,
      servers: Number(row.servers),
    }));
  }

  async #trend(
    scope: Scope,
    query: ScoreQuery,
    { trendFrom }: ScoreDays,
  ): Promise<ScoreDay[]> {
    const rows = await this.#run<{ day: string; mean: number | string }[]>(
      scope,
      query,
      (servers, knex) =>
        // Not a join: SQLite would look up each server for each of its days.
        knex('convention_days')
          .whereIn('server_id', servers.select('servers.id'))
          .where('day', '>=', toDay(trendFrom))
          .groupBy('day')
          .orderBy('day')
          .select('day')
          .avg({ mean: 'score' }),
    );
    return rows.map(row => ({ day: row.day, score: round(row.mean) }));
  }

  /** The score on a day in the past, or the oldest that is known since. */
  async #scoresBefore(
    rows: ScoreRow[],
    { today, before }: ScoreDays,
  ): Promise<Map<number, number>> {
    const known = await inBatches(
      rows.map(row => row.id),
      (ids): PromiseLike<{ server_id: number; day: string; score: number }[]> =>
        this.#knex('convention_days')
          .whereIn('server_id', ids)
          .where('day', '<', toDay(today))
          .orderBy('day', 'desc')
          .select('server_id', 'day', 'score'),
    );
    const scores = new Map<number, number>();
    const settled = new Set<number>();
    // From the newest back: each older day counts more, down to the one meant.
    for (const { server_id: id, day, score } of known) {
      if (!settled.has(id)) {
        scores.set(id, score);
      }
      if (day <= toDay(before)) {
        settled.add(id);
      }
    }
    return scores;
  }

  /** Runs a query over the servers of the filter, each with its last check. */
  #run<T>(
    scope: Scope,
    query: ScoreQuery,
    build: (servers: Knex.QueryBuilder, knex: Knex) => Knex.QueryBuilder,
  ): Promise<T> {
    const { search, owner, convention } = query;
    const select = (knex: Knex) =>
      build(
        knex('servers')
          .modify(whereServers, {
            scope,
            filter: { search, owner },
            searchIndex: this.#searchIndex,
          })
          .leftJoin(
            'server_conventions',
            'server_conventions.server_id',
            'servers.id',
          )
          .modify(servers => {
            if (convention !== undefined) {
              servers.whereIn(
                'servers.id',
                knex('broken_conventions')
                  .where({ convention })
                  .select('server_id'),
              );
            }
          }),
        knex,
      );
    return searchTerms(search).length
      ? this.#searchIndex.run(select)
      : (select(this.#knex) as Promise<T>);
  }
}

function toDay(instant: Date): string {
  return instant.toISOString().slice(0, 10);
}

/** A mean as PostgreSQL (text) and SQLite (a number) give it, to one decimal. */
function round(mean: number | string): number {
  return Math.round(Number(mean) * 10) / 10;
}
