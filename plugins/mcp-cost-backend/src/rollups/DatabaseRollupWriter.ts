import { isSqlite } from '@mcp-portal/plugin-mcp-node';
import type { Knex } from 'knex';

import type { RollupWriter } from './RollupWriter';
import {
  hourColumns,
  SUM_TABLES,
  UPDATE_CONSUMERS,
  upsertSums,
} from './sumsSql';

const UPSERTS = SUM_TABLES.map(upsertSums);

export class DatabaseRollupWriter implements RollupWriter {
  readonly #knex: Knex;

  constructor(options: { knex: Knex }) {
    this.#knex = options.knex;
  }

  async inTurn<T>(work: (tx: Knex.Transaction) => Promise<T>): Promise<T> {
    return this.#knex.transaction(async tx => {
      // SQLite has one connection, and so one transaction at a time.
      if (!isSqlite(tx)) {
        await tx('usage_rollup_state').where('id', 1).forUpdate().select('id');
      }
      return work(tx);
    });
  }

  async add(
    tx: Knex.Transaction,
    events: (query: Knex.QueryBuilder) => void,
    sign: 1 | -1,
  ): Promise<void> {
    const hours = tx('usage_events as e')
      .join('usage_batches as b', 'b.id', 'e.batch_id')
      .join('usage_attributions as a', 'a.id', 'e.attribution_id')
      .where('b.state', 'rolled')
      .where('e.counted', true)
      .groupByRaw('1, 2')
      .select(tx.raw(hourColumns(sign)));
    events(hours);

    const statements = sign === 1 ? [...UPSERTS, UPDATE_CONSUMERS] : UPSERTS;
    if (isSqlite(tx)) {
      await this.#addOnSqlite(tx, hours, statements);
    } else {
      await this.#addOnPostgres(tx, hours, statements);
    }
  }

  /** One statement: the events are read once. */
  async #addOnPostgres(
    tx: Knex.Transaction,
    hours: Knex.QueryBuilder,
    statements: string[],
  ): Promise<void> {
    const parts = statements.map(
      (statement, index) => `part_${index} AS (${statement})`,
    );
    await tx.raw(
      `WITH usage_delta AS MATERIALIZED ?, ${parts.join(', ')} SELECT 1`,
      [hours],
    );
  }

  /** SQLite changes no tables within `WITH`. */
  async #addOnSqlite(
    tx: Knex.Transaction,
    hours: Knex.QueryBuilder,
    statements: string[],
  ): Promise<void> {
    await tx.raw('CREATE TEMP TABLE usage_delta AS SELECT * FROM ?', [hours]);
    for (const statement of statements) {
      await tx.raw(statement);
    }
    await tx.raw('DROP TABLE usage_delta');
  }
}
