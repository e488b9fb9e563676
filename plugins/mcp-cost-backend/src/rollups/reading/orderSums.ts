import { isSqlite } from '@mcp-portal/plugin-mcp-node';
import type { Knex } from 'knex';

import type { UsageQuery } from '../UsageReader';

const COLUMNS = {
  cost: 'g.cost_nanos',
  calls: 'g.calls',
  errors: 'g.errors',
} as const;

/** Orders sums, the earliest bucket first, and always in the same way. */
export function orderSums(
  rows: Knex.QueryBuilder,
  knex: Knex,
  query: UsageQuery,
): void {
  const { by, order } = query.sort ?? { by: 'cost', order: 'desc' };
  const direction = order === 'asc' ? 'ASC' : 'DESC';
  // As SQLite does by itself; a language's order would take far longer.
  const collation = isSqlite(knex) ? '' : ' COLLATE "C"';
  const values = query.by.map((_, index) => `g.v${index}${collation}`);
  if (query.bucket) {
    rows.orderByRaw('g.bucket');
  }
  if (by === 'value') {
    values.forEach(value => rows.orderByRaw(`${value} ${direction}`));
    return;
  }
  rows.orderByRaw(`${COLUMNS[by]} ${direction}`);
  if (by !== 'calls') {
    // Else what has no price, or no errors, would come in no order.
    rows.orderByRaw(`g.calls ${direction}`);
  }
  values.forEach(value => rows.orderByRaw(value));
}
