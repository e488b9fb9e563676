import type { Knex } from 'knex';

/** All stored events with whose they are, the outermost spans first. */
export async function readStoredUsage(
  knex: Knex,
): Promise<Record<string, unknown>[]> {
  const rows = await knex('usage_events as e')
    .join('usage_attributions as a', 'a.id', 'e.attribution_id')
    .join('usage_consumers as c', 'c.id', 'a.consumer_id')
    .orderBy([{ column: 'e.layer' }, { column: 'c.kind' }])
    .select('c.*', 'a.tool', 'a.user_ref', 'e.*');
  return rows.map(row => ({
    ...row,
    counted: Boolean(row.counted),
    input_tokens: Number(row.input_tokens),
    cached_tokens: Number(row.cached_tokens),
    output_tokens: Number(row.output_tokens),
    quantity_nanos: Number(row.quantity_nanos),
  }));
}
