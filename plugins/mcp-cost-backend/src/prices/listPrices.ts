import type { CostPage, Price } from '@mcp-portal/plugin-mcp-cost-common';
import { isSqlite } from '@mcp-portal/plugin-mcp-node';
import type { Knex } from 'knex';

import { BookedRow, toPrice } from './priceRow';
import type { PriceListQuery } from './PriceStore';

/** All prices that were not taken back, with what follows each. */
export function bookedRows(knex: Knex): Knex.QueryBuilder {
  return knex
    .from(
      knex('prices')
        .whereNull('deleted_at')
        .select('*')
        .select(
          knex.raw(
            'LEAD(valid_from) OVER (PARTITION BY subject_key ORDER BY valid_from) AS next_from',
          ),
        )
        .as('booked'),
    )
    .select('*');
}

/** A page of prices: what is priced alike together, the newest first. */
export async function listPrices(
  knex: Knex,
  query: PriceListQuery,
): Promise<CostPage<Price>> {
  const matching = () =>
    bookedRows(knex).modify(rows => narrow(rows, query, knex));
  const count = await matching().clearSelect().count({ n: '*' }).first();
  const rows: BookedRow[] = await matching()
    .orderBy([
      'kind',
      'server_ref',
      'tool',
      'model',
      'provider',
      'unit',
      { column: 'valid_from', order: 'desc' },
    ])
    .limit(query.limit)
    .offset(query.offset);
  return { items: rows.map(toPrice), totalItems: Number(count?.n) };
}

function narrow(
  rows: Knex.QueryBuilder,
  query: PriceListQuery,
  knex: Knex,
): void {
  const { visible, at, serverRef, search } = query;
  if (visible !== 'all') {
    whereServerAmong(rows, visible, knex);
  }
  if (at !== undefined) {
    rows
      .where('valid_from', '<=', at)
      .where(end => end.whereNull('next_from').orWhere('next_from', '>', at))
      .where(end => end.whereNull('ended_on').orWhere('ended_on', '>', at));
  }
  if (serverRef !== undefined) {
    rows.where('server_ref', serverRef);
  }
  for (const word of (search ?? '').toLowerCase().split(/\s+/).slice(0, 8)) {
    if (word) {
      const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`;
      rows.whereRaw(
        `LOWER(kind || ' ' || server_ref || ' ' || tool || ' ' || model || ' ' ||
         provider || ' ' || unit || ' ' || COALESCE(note, '')) LIKE ? ESCAPE '\\'`,
        [pattern],
      );
    }
  }
}

/** Narrows to what is of no server, or of one of these. */
export function whereServerAmong(
  rows: Knex.QueryBuilder,
  servers: ReadonlySet<string>,
  knex: Knex,
): void {
  rows.whereRaw(
    isSqlite(knex)
      ? "(server_ref = '' OR server_ref IN (SELECT value FROM json_each(?)))"
      : "(server_ref = '' OR server_ref IN (SELECT json_array_elements_text(?::json)))",
    [JSON.stringify([...servers])],
  );
}
