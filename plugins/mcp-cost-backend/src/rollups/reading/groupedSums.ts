import { isSqlite } from '@mcp-portal/plugin-mcp-node';
import type { Knex } from 'knex';

import type { UsageQuery } from '../UsageReader';
import { attributionsSeen, consumersSeen } from './attributionsSeen';
import { chooseTable, periodOf, type SumsTable } from './chooseTable';
import type { Sight } from './Sight';
import { whereMatching } from './whereMatching';
import { bucketExpression } from './timeBuckets';
import { valueOf, whereFilters } from './valueExpressions';

/**
 * Sums by bucket and values, as columns `bucket`, `v0`, `v1`, ... and those of
 * the measures.
 */
export function groupedSums(
  knex: Knex,
  query: UsageQuery,
  sight: Sight,
  columns: readonly string[],
): Knex.QueryBuilder {
  const table = chooseTable(query, sight.isOfTeams);
  const rows =
    table.by === 'value'
      ? valueRows(knex, query, sight, table, columns)
      : consumerRows(knex, query, sight, table, columns);
  const groups = [
    ...(query.bucket ? ['r.bucket'] : []),
    ...query.by.map((_, index) => `r.v${index}`),
  ];
  return (
    knex
      .from(rows.as('r'))
      .select(groups)
      .select(sumsOf(knex, columns, 'r'))
      .modify(whereMatching, knex, query)
      .modify(sums => {
        if (groups.length > 0) {
          sums.groupBy(groups);
        }
      })
      // What was taken away again leaves zeros.
      .havingRaw('SUM(r.events) <> 0')
  );
}

/** Rows of sums that hold their own values. */
function valueRows(
  knex: Knex,
  query: UsageQuery,
  sight: Sight,
  table: SumsTable,
  columns: readonly string[],
): Knex.QueryBuilder {
  return knex
    .from({ c: table.name })
    .modify(wherePeriod, query, table)
    .modify(rows => {
      // Whoever sees servers of others' use reads another table.
      sight.narrow(rows, { team: 'c.team_ref', server: `''` });
      whereFilters(knex, rows, query.filters, sight);
    })
    .select(bucketColumn(knex, query, table))
    .select(valueColumns(knex, query, sight))
    .select(columns.map(column => `c.${column}`));
}

/** Rows of the other sums, which refer to who used what. */
function consumerRows(
  knex: Knex,
  query: UsageQuery,
  sight: Sight,
  table: SumsTable,
  columns: readonly string[],
): Knex.QueryBuilder {
  const id = `${table.by}_id`;
  const sums = knex
    .from(table.name)
    .modify(wherePeriod, query, table)
    .modify(rows => {
      const seen =
        table.by === 'attribution'
          ? attributionsSeen(knex, sight, query.filters)
          : consumersSeen(knex, sight, query.filters);
      if (seen) {
        rows.whereIn(id, seen);
      }
    })
    .select(id)
    .select(bucketColumn(knex, query, table));
  // SQLite sorts what it groups: over time first, by number, far less is sorted.
  // PostgreSQL hashes, and is faster in one go.
  const perUse =
    query.bucket === table.time || !isSqlite(knex)
      ? sums.select(columns)
      : sums
          .select(sumsOf(knex, columns))
          .groupBy([id, ...(query.bucket ? ['bucket'] : [])]);
  const named = whoUses(knex, table)
    .select(knex.raw(`${idOf(table)} AS id`))
    .select(valueColumns(knex, query, sight));
  return knex
    .from(perUse.as('s'))
    .join(named.as('w'), 'w.id', `s.${id}`)
    .select(query.bucket ? ['s.bucket'] : [])
    .select(query.by.map((_, index) => `w.v${index}`))
    .select(columns.map(column => `s.${column}`));
}

/** Consumers, with their attributions where the table is by these. */
function whoUses(knex: Knex, table: SumsTable): Knex.QueryBuilder {
  return table.by === 'attribution'
    ? knex
        .from('usage_attributions as a')
        .join('usage_consumers as c', 'c.id', 'a.consumer_id')
    : knex.from('usage_consumers as c');
}

function idOf(table: SumsTable): string {
  return table.by === 'attribution' ? 'a.id' : 'c.id';
}

function wherePeriod(
  rows: Knex.QueryBuilder,
  query: UsageQuery,
  table: SumsTable,
): void {
  const { from, until } = periodOf(query, table);
  rows.where(table.time, '>=', from).where(table.time, '<', until);
}

function bucketColumn(
  knex: Knex,
  query: UsageQuery,
  table: SumsTable,
): Knex.Raw[] {
  const bucket = bucketExpression(query, table);
  return bucket ? [knex.raw(`${bucket.sql} AS bucket`, bucket.bindings)] : [];
}

function valueColumns(knex: Knex, query: UsageQuery, sight: Sight): Knex.Raw[] {
  return query.by.map((dimension, index) => {
    const { sql, bindings } = valueOf(dimension, sight);
    return knex.raw(`${sql} AS v${index}`, bindings);
  });
}

function sumsOf(
  knex: Knex,
  columns: readonly string[],
  alias?: string,
): Knex.Raw[] {
  return columns.map(column =>
    knex.raw(`SUM(${alias ? `${alias}.` : ''}${column}) AS ${column}`),
  );
}
