import type { Knex } from 'knex';

import { SUM_TABLES } from '../sumsSql';

/** Of each table of sums the total, for what tests compare. */
export async function readSums(
  knex: Knex,
): Promise<Record<string, Record<string, string>>> {
  const sums: Record<string, Record<string, string>> = {};
  for (const { name: table } of SUM_TABLES) {
    const row = await knex(table)
      .select(
        ...['events', 'calls', 'errors', 'cost_nanos', 'unpriced_events'].map(
          name =>
            knex.raw('CAST(coalesce(sum(??), 0) AS text) AS ??', [name, name]),
        ),
      )
      .first();
    sums[table] = row;
  }
  return sums;
}

/** The one total that all tables of sums agree on. */
export async function readTotal(knex: Knex): Promise<Record<string, string>> {
  const { usage_hours: total, ...others } = await readSums(knex);
  for (const other of Object.values(others)) {
    expect(other).toEqual(total);
  }
  return total;
}
