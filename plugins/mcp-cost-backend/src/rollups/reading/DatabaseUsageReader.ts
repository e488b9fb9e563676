import type { Knex } from 'knex';

import type { CostScope } from '../../access';
import type { CatalogDirectory } from '../../catalog';
import type { UsageQuery, UsageReader, UsageRow } from '../UsageReader';
import { groupedSums } from './groupedSums';
import { measureColumns, toSums } from './measureColumns';
import { orderSums } from './orderSums';
import { Sight } from './Sight';
import { bucketStart } from './timeBuckets';

/**
 * Reads sums from the tables of sums, never from events.
 */
export class DatabaseUsageReader implements UsageReader {
  readonly #knex: Knex;
  readonly #directory: CatalogDirectory;

  constructor(options: { knex: Knex; directory: CatalogDirectory }) {
    this.#knex = options.knex;
    this.#directory = options.directory;
  }

  async read(scope: CostScope, query: UsageQuery): Promise<UsageRow[]> {
    const sight = await this.#sightOf(scope);
    const rows = isEmpty(query, sight) ? [] : await this.#page(query, sight);
    if (rows.length === 0 && isWhole(query) && !query.offset) {
      rows.push({});
    }
    return rows.map(row => ({
      ...(query.bucket && { atMs: bucketStart(query, Number(row.bucket)) }),
      values: query.by.map((_, index) => String(row[`v${index}`])),
      sums: toSums(row, query.latency),
    }));
  }

  async count(scope: CostScope, query: UsageQuery): Promise<number> {
    if (isWhole(query)) {
      return 1;
    }
    const sight = await this.#sightOf(scope);
    if (isEmpty(query, sight)) {
      return 0;
    }
    const groups = groupedSums(this.#knex, query, sight, ['events']);
    const [{ total }] = await this.#knex
      .from(groups.as('g'))
      .count({ total: '*' });
    return Number(total);
  }

  async #page(
    query: UsageQuery,
    sight: Sight,
  ): Promise<Record<string, unknown>[]> {
    const columns = measureColumns(query.latency);
    const groups = groupedSums(this.#knex, query, sight, columns);
    return this.#knex
      .from(groups.as('g'))
      .select(query.by.map((_, index) => `g.v${index}`))
      .select(query.bucket ? ['g.bucket'] : [])
      .select(
        // As text: neither driver gives all 64 bits of a number.
        columns.map(column =>
          this.#knex.raw(`CAST(g.${column} AS TEXT) AS ${column}`),
        ),
      )
      .modify(orderSums, this.#knex, query)
      .modify(page => {
        if (query.limit !== undefined) {
          page.limit(query.limit);
        }
        if (query.offset) {
          page.offset(query.offset);
        }
      });
  }

  #sightOf(scope: CostScope): Promise<Sight> {
    return Sight.of(scope, { knex: this.#knex, directory: this.#directory });
  }
}

function isEmpty(query: UsageQuery, sight: Sight): boolean {
  return sight.isBlind || query.fromMs >= query.toMs;
}

/** Whether a query asks for one sum of everything, which there always is. */
function isWhole(query: UsageQuery): boolean {
  return query.by.length === 0 && !query.bucket;
}
