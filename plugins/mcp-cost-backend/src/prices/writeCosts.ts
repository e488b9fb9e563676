import { isSqlite } from '@mcp-portal/plugin-mcp-node';
import type { Knex } from 'knex';

import type { RollupWriter } from '../rollups';
import type { Priced } from './PriceBook';

/** An event whose cost changes. */
export interface NewCost {
  key: string;
  priced: Priced;
  inSums: boolean;
}

const POSTGRES_UPDATE = `
  UPDATE usage_events e SET cost_nanos = new.cost, price_id = new.price
  FROM json_to_recordset(?::json) AS new (key uuid, cost bigint, price int)
  WHERE e.key = new.key`;

const SQLITE_UPDATE = `
  UPDATE usage_events
  SET cost_nanos = CAST(new.value ->> 'cost' AS INTEGER),
      price_id = new.value ->> 'price'
  FROM json_each(?) AS new
  WHERE usage_events.key = new.value ->> 'key'`;

/**
 * Changes what stored events cost, and the sums with them, within the turn of
 * the one who may write sums.
 */
export async function writeCosts(
  tx: Knex.Transaction,
  rollupWriter: RollupWriter,
  costs: readonly NewCost[],
): Promise<void> {
  if (costs.length === 0) {
    return;
  }
  const keys = costs.filter(({ inSums }) => inSums).map(({ key }) => key);
  const among = whereKeyAmong(tx, keys);
  if (keys.length > 0) {
    await rollupWriter.add(tx, among, -1);
  }
  await tx.raw(isSqlite(tx) ? SQLITE_UPDATE : POSTGRES_UPDATE, [
    JSON.stringify(
      costs.map(({ key, priced }) => ({
        key,
        cost: priced.costNanos?.toString() ?? null,
        price: priced.priceId ?? null,
      })),
    ),
  ]);
  if (keys.length > 0) {
    await rollupWriter.add(tx, among, 1);
  }
}

function whereKeyAmong(
  tx: Knex.Transaction,
  keys: readonly string[],
): (query: Knex.QueryBuilder) => void {
  const json = JSON.stringify(keys);
  return query => {
    query.whereRaw(
      isSqlite(tx)
        ? 'e.key IN (SELECT value FROM json_each(?))'
        : 'e.key IN (SELECT json_array_elements_text(?::json)::uuid)',
      [json],
    );
  };
}
