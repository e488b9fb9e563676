import { isSqlite } from '@mcp-portal/plugin-mcp-node';
import type { Knex } from 'knex';

import { hourColumns, SUM_TABLES, type SumTable } from '../rollups/sumsSql';

const [HOURS, ...DAY_TABLES] = SUM_TABLES;

/**
 * How much is compared with one statement. SQLite answers nothing else while
 * one runs.
 */
const CHUNKS = {
  sqlite: { attributions: 500, days: 7 },
  postgres: { attributions: 20_000, days: 100 },
};

/** Sums of one table that are not those of the events. */
export interface Difference {
  table: string;
  count: number;
}

/**
 * Compares the sums by hour with the events, as far back as these are kept, and
 * all sums by day with those by hour. Each statement sees one moment, in which
 * both must be equal, whatever is summed meanwhile.
 */
export async function findDifferences(knex: Knex): Promise<Difference[]> {
  const chunk = isSqlite(knex) ? CHUNKS.sqlite : CHUNKS.postgres;
  const counts = new Map<string, number>();
  const add = (table: string, count: number) =>
    counts.set(table, (counts.get(table) ?? 0) + count);

  const [{ last }] = await knex('usage_attributions').max('id as last');
  for (let from = 0; from <= Number(last); from += chunk.attributions) {
    add(HOURS.name, await compareHours(knex, from, from + chunk.attributions));
  }
  const days = await readDays(knex);
  for (let from = days.first; from <= days.last; from += chunk.days) {
    for (const table of DAY_TABLES) {
      add(table.name, await compareDays(knex, table, from, from + chunk.days));
    }
  }
  return [...counts].flatMap(([table, count]) =>
    count > 0 ? [{ table, count }] : [],
  );
}

async function compareHours(
  knex: Knex,
  from: number,
  to: number,
): Promise<number> {
  const names = HOURS.sums.join(', ');
  // In the same statement: meanwhile, events may be deleted.
  const keptFrom =
    '(SELECT coalesce(kept_from, 0) FROM usage_rollup_state WHERE id = 1)';
  const { count } = await knex
    .select(knex.raw('count(*) AS count'))
    .from(
      knex.raw(
        `(
        SELECT hour, attribution_id FROM (
          SELECT hour, attribution_id, ${names} FROM usage_hours
          WHERE attribution_id >= ? AND attribution_id < ?
            AND hour >= ${keptFrom} / 3600000
          UNION ALL
          SELECT hour, attribution_id, ${names} FROM (
            SELECT ${hourColumns(-1)}
            FROM usage_events e
            JOIN usage_batches b ON b.id = e.batch_id
            JOIN usage_attributions a ON a.id = e.attribution_id
            WHERE e.attribution_id >= ? AND e.attribution_id < ?
              AND e.occurred_at >= ${keptFrom}
              AND b.state = 'rolled' AND e.counted
            GROUP BY 1, 2
          ) events
        ) both_sides
        GROUP BY hour, attribution_id
        HAVING ${isUnequal(HOURS)}
      ) different`,
        [from, to, from, to],
      ),
    )
    .first();
  return Number(count);
}

async function compareDays(
  knex: Knex,
  table: SumTable,
  from: number,
  to: number,
): Promise<number> {
  const keyNames = Object.keys(table.keys).join(', ');
  const { count } = await knex
    .select(knex.raw('count(*) AS count'))
    .from(
      knex.raw(
        `(
        SELECT ${keyNames} FROM (
          SELECT ${keyNames}, ${table.sums.join(', ')} FROM ${table.name}
          WHERE day >= ? AND day < ?
          UNION ALL
          SELECT ${Object.values(table.keys).join(', ')},
            ${table.sums.map(sum => `-d.${sum}`).join(', ')}
          FROM (
            SELECT h.*, a.consumer_id FROM usage_hours h
            JOIN usage_attributions a ON a.id = h.attribution_id
            WHERE h.hour >= ? AND h.hour < ?
          ) d ${table.join}
        ) both_sides
        GROUP BY ${keyNames}
        HAVING ${isUnequal(table)}
      ) different`,
        [from, to, from * 24, to * 24],
      ),
    )
    .first();
  return Number(count);
}

function isUnequal({ sums }: SumTable): string {
  return sums.map(sum => `sum(${sum}) <> 0`).join(' OR ');
}

/** The days that any table has. */
async function readDays(knex: Knex): Promise<{ first: number; last: number }> {
  const bounds = await Promise.all([
    knex('usage_hours')
      .select(
        knex.raw('min(hour) / 24 AS first'),
        knex.raw('max(hour) / 24 AS last'),
      )
      .first(),
    ...DAY_TABLES.map(({ name }) =>
      knex(name).min('day as first').max('day as last').first(),
    ),
  ]);
  const filled = bounds.filter(({ first }) => first !== null);
  return {
    first: Math.min(...filled.map(({ first }) => Number(first))),
    last: Math.max(...filled.map(({ last }) => Number(last))),
  };
}
