import { isSqlite } from '@mcp-portal/plugin-mcp-node';
import type { Knex } from 'knex';

import { DAY_MS, dayOf } from '../time/days';
import type { PriceChange } from './PriceStore';
import type { PriceRow } from './priceRow';

/** Who changes prices, and when. */
export interface ChangeContext {
  by: string;
  nowMs: number;
}

/**
 * Keeps other changes of prices out until the transaction ends, and waits for
 * usage that is being stored with the old ones.
 */
export async function lockBook(tx: Knex.Transaction): Promise<void> {
  const query = tx('price_book_state').where('id', 1).select('id');
  // SQLite has one writer anyway.
  await (isSqlite(tx) ? query : query.forUpdate());
}

/** From now on usage is stored with the changed prices only. */
export async function raiseVersion(tx: Knex.Transaction): Promise<void> {
  await tx('price_book_state').where('id', 1).increment('version', 1);
}

/** Marks a price as taken back. */
export async function takeBack(
  tx: Knex.Transaction,
  priceId: number,
  { by, nowMs }: ChangeContext,
): Promise<void> {
  await tx('prices')
    .where('id', priceId)
    .update({ deleted_by: by, deleted_at: nowMs });
}

/** Inserts a price, and has what is stored priced anew. */
export async function insertPrice(
  tx: Knex.Transaction,
  row: Omit<PriceRow, 'id'>,
  context: ChangeContext,
): Promise<PriceChange> {
  const [{ id }] = await tx('prices').insert(row, 'id');
  return reprice(tx, { ...row, id }, context);
}

/**
 * Notes that usage from a price's first day to the next price of the same has
 * to be priced anew, if there is any.
 */
export async function reprice(
  tx: Knex.Transaction,
  price: PriceRow,
  { by, nowMs }: ChangeContext,
): Promise<PriceChange> {
  const { id: priceId, valid_from: validFrom } = price;
  const from = Math.max(validFrom, (await keptFrom(tx)) ?? validFrom);
  const to = await nextFrom(tx, price);
  // What clocks that run ahead reported is stored, too.
  const isFuture = from > dayOf(nowMs) + 1;
  const isOver = to !== undefined && to <= from;
  if (isFuture || isOver || !(await isAnythingPriced(tx, price))) {
    return { priceId };
  }
  const [{ id: repricingId }] = await tx('repricings').insert(
    {
      price_id: priceId,
      state: 'running',
      from_day: from,
      to_day: to ?? null,
      events: 0,
      done: 0,
      cost_before: '0',
      cost_after: '0',
      failures: 0,
      created_by: by,
      started_at: nowMs,
    },
    'id',
  );
  return { priceId, repricingId };
}

/** First day whose events are all kept; undefined while none was deleted. */
export async function keptFrom(knex: Knex): Promise<number | undefined> {
  const state: { kept_from: string | number | null } | undefined = await knex(
    'usage_rollup_state',
  )
    .where('id', 1)
    .first('kept_from');
  return state && state.kept_from !== null
    ? Math.ceil(Number(state.kept_from) / DAY_MS)
    : undefined;
}

async function nextFrom(
  tx: Knex.Transaction,
  price: PriceRow,
): Promise<number | undefined> {
  const next: { valid_from: number } | undefined = await tx('prices')
    .where('subject_key', price.subject_key)
    .whereNull('deleted_at')
    .where('valid_from', '>', price.valid_from)
    .orderBy('valid_from')
    .first('valid_from');
  return next?.valid_from;
}

/** A first start has many prices, and nothing that they could change. */
async function isAnythingPriced(
  tx: Knex.Transaction,
  { kind }: PriceRow,
): Promise<boolean> {
  if (kind === 'hosting-month') {
    return true;
  }
  return (await tx('usage_events').first('key')) !== undefined;
}
