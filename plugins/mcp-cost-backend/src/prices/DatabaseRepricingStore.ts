import type { CostPage, Repricing } from '@mcp-portal/plugin-mcp-cost-common';
import { inBatches, isSqlite } from '@mcp-portal/plugin-mcp-node';
import type { Knex } from 'knex';

import type { CostScope } from '../access';
import type { PriceRow } from './priceRow';
import { RepricingRow, toRepricing } from './repricingRow';
import type {
  RepricingJob,
  RepricingProgress,
  RepricingStore,
} from './RepricingStore';

const MAX_FAILURES = 10;
const MAX_ERROR = 500;

/** Keeps repricings in the plugin's database. */
export class DatabaseRepricingStore implements RepricingStore {
  readonly #knex: Knex;
  readonly #now: () => Date;

  constructor(options: { knex: Knex; now: () => Date }) {
    this.#knex = options.knex;
    this.#now = options.now;
  }

  async list(
    scope: CostScope,
    query: { limit: number; offset: number },
  ): Promise<CostPage<Repricing>> {
    const count = await this.#seen(scope).count({ n: '*' }).first();
    const rows: RepricingRow[] = await this.#seen(scope)
      .select('repricings.*')
      .orderBy('repricings.id', 'desc')
      .limit(query.limit)
      .offset(query.offset);
    return { items: rows.map(toRepricing), totalItems: Number(count?.n) };
  }

  async ofPrices(
    scope: CostScope,
    priceIds: readonly number[],
  ): Promise<Map<number, Repricing>> {
    const rows = await inBatches(
      [...priceIds],
      (batch): PromiseLike<RepricingRow[]> =>
        this.#seen(scope)
          .whereIn('repricings.price_id', batch)
          .select('repricings.*')
          .orderBy('repricings.id'),
    );
    return new Map(rows.map(row => [row.price_id, toRepricing(row)]));
  }

  async get(scope: CostScope, id: number): Promise<Repricing | undefined> {
    const row: RepricingRow | undefined = await this.#seen(scope)
      .where('repricings.id', id)
      .first('repricings.*');
    return row && toRepricing(row);
  }

  async next(
    _scope: CostScope,
    tx?: Knex.Transaction,
  ): Promise<RepricingJob | undefined> {
    const row: RepricingRow | undefined = await (tx ?? this.#knex)('repricings')
      .where('state', 'running')
      .orderBy('id')
      .first();
    if (!row) {
      return undefined;
    }
    const price: PriceRow = await (tx ?? this.#knex)('prices')
      .where('id', row.price_id)
      .first();
    return {
      id: row.id,
      price,
      fromDay: row.from_day,
      toDay: row.to_day ?? undefined,
      cursor:
        row.cursor_key === null
          ? undefined
          : {
              attributionId: row.cursor_attribution!,
              occurredAtMs: Number(row.cursor_at),
              key: row.cursor_key,
            },
    };
  }

  async expect(_scope: CostScope, id: number, events: number): Promise<void> {
    await this.#knex('repricings').where('id', id).update({ events });
  }

  async advance(
    _scope: CostScope,
    tx: Knex.Transaction,
    id: number,
    progress: RepricingProgress,
  ): Promise<void> {
    const row: RepricingRow = await tx('repricings').where('id', id).first();
    const { cursor } = progress;
    const done = Number(row.done) + progress.done;
    await tx('repricings')
      .where('id', id)
      .update({
        done,
        events: Math.max(Number(row.events), done),
        cost_before: String(BigInt(row.cost_before) + progress.costBeforeNanos),
        cost_after: String(BigInt(row.cost_after) + progress.costAfterNanos),
        failures: 0,
        error: null,
        ...(cursor && {
          cursor_attribution: cursor.attributionId,
          cursor_at: cursor.occurredAtMs,
          cursor_key: cursor.key,
        }),
      });
  }

  async finish(
    _scope: CostScope,
    tx: Knex.Transaction,
    id: number,
  ): Promise<void> {
    await tx('repricings')
      .where('id', id)
      .update({
        state: 'done',
        // What was expected were the events in the sums.
        events: tx.ref('done'),
        finished_at: this.#now().getTime(),
      });
  }

  async fail(_scope: CostScope, id: number, message: string): Promise<void> {
    await this.#knex('repricings')
      .where({ id, state: 'running' })
      .update({
        failures: this.#knex.raw('failures + 1'),
        error: message.slice(0, MAX_ERROR),
      });
    await this.#knex('repricings')
      .where({ id, state: 'running' })
      .where('failures', '>=', MAX_FAILURES)
      .update({ state: 'failed', finished_at: this.#now().getTime() });
  }

  /** Their sums tell of everyone's usage: of what the price is for. */
  #seen(scope: CostScope): Knex.QueryBuilder {
    const query = this.#knex('repricings').join(
      'prices',
      'prices.id',
      'repricings.price_id',
    );
    if (scope.teams !== 'all' && !scope.mayPrice) {
      query.whereRaw(
        isSqlite(this.#knex)
          ? 'prices.server_ref IN (SELECT value FROM json_each(?))'
          : 'prices.server_ref IN (SELECT json_array_elements_text(?::json))',
        [JSON.stringify(scope.servers)],
      );
    }
    return query;
  }
}
