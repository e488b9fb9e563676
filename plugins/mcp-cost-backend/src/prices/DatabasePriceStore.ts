import {
  ConflictError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import type { CostPage, Price } from '@mcp-portal/plugin-mcp-cost-common';
import type { Knex } from 'knex';

import type { CostScope } from '../access';
import { dayText } from '../time/days';
import type { BookedPrice } from './BookedPrice';
import {
  ChangeContext,
  insertPrice,
  keptFrom,
  lockBook,
  raiseVersion,
  reprice,
  takeBack,
} from './changePrices';
import { bookedRows, listPrices } from './listPrices';
import type { PriceDraft } from './PriceDraft';
import { BookedRow, PriceRow, toBooked, toPrice, toRow } from './priceRow';
import type { PriceChange, PriceListQuery, PriceStore } from './PriceStore';
import { refuseConflicts } from './refuseConflicts';
import { syncConfigPrices } from './syncConfigPrices';

/** Keeps prices in the plugin's database. */
export class DatabasePriceStore implements PriceStore {
  readonly #knex: Knex;
  readonly #now: () => Date;

  constructor(options: { knex: Knex; now: () => Date }) {
    this.#knex = options.knex;
    this.#now = options.now;
  }

  async list(
    _scope: CostScope,
    query: PriceListQuery,
  ): Promise<CostPage<Price>> {
    return listPrices(this.#knex, query);
  }

  async get(_scope: CostScope, id: number): Promise<Price | undefined> {
    const row: BookedRow | undefined = await bookedRows(this.#knex)
      .where('id', id)
      .first();
    return row && toPrice(row);
  }

  async version(_scope: CostScope): Promise<number> {
    const { version } = await this.#knex('price_book_state')
      .where('id', 1)
      .first('version');
    return version;
  }

  async booked(
    scope: CostScope,
  ): Promise<{ version: number; prices: BookedPrice[] }> {
    // The version first: with prices that are newer than it, usage is priced
    // again; with older ones, wrong.
    const version = await this.version(scope);
    const rows: BookedRow[] = await bookedRows(this.#knex);
    return { version, prices: rows.map(toBooked) };
  }

  async add(scope: CostScope, draft: PriceDraft): Promise<PriceChange> {
    const context = this.#contextOf(scope);
    return this.#change(async tx => {
      const row = toRow(draft, {
        source: 'api',
        by: context.by,
        atMs: context.nowMs,
      });
      await refuseConflicts(tx, row);
      return insertPrice(tx, row, context);
    });
  }

  async remove(scope: CostScope, id: number): Promise<PriceChange> {
    const context = this.#contextOf(scope);
    return this.#change(async tx => {
      const row: PriceRow | undefined = await tx('prices')
        .where({ id, deleted_at: null })
        .first();
      if (!row) {
        throw new NotFoundError(`There is no price ${id}.`);
      }
      if (row.source === 'config') {
        throw new ConflictError(
          `Price ${id} comes from the config; change it there, below mcpCost.prices.`,
        );
      }
      const kept = await keptFrom(tx);
      if (kept !== undefined && row.valid_from < kept) {
        throw new ConflictError(
          `Price ${id} is valid from ${dayText(
            row.valid_from,
          )}, and single events are kept from ${dayText(
            kept,
          )} only: what it made earlier usage cost can't be undone. Set a new price from a later day instead.`,
        );
      }
      await takeBack(tx, id, context);
      return reprice(tx, row, context);
    });
  }

  async sync(
    scope: CostScope,
    drafts: readonly PriceDraft[],
  ): Promise<PriceChange[]> {
    const context = this.#contextOf(scope);
    return this.#knex.transaction(async tx => {
      await lockBook(tx);
      const { changed, changes } = await syncConfigPrices(tx, drafts, context);
      if (changed) {
        await raiseVersion(tx);
      }
      return changes;
    });
  }

  #contextOf(scope: CostScope): ChangeContext {
    if (!scope.mayPrice) {
      throw new NotAllowedError(
        'You may not change prices; ask the platform team, or whoever has the permission mcp.cost.price.',
      );
    }
    return { by: scope.actor, nowMs: this.#now().getTime() };
  }

  async #change(
    act: (tx: Knex.Transaction) => Promise<PriceChange>,
  ): Promise<PriceChange> {
    return this.#knex.transaction(async tx => {
      await lockBook(tx);
      const change = await act(tx);
      await raiseVersion(tx);
      return change;
    });
  }
}
