import { NO_VALUE, type Dimension } from '@mcp-portal/plugin-mcp-cost-common';
import type { Knex } from 'knex';

import type { UsageQuery } from '../UsageReader';
import { oneOf } from './oneOf';
import type { Expression, Sight } from './Sight';

const COLUMNS: Record<
  Exclude<Dimension | 'server-hint', 'agent' | 'user'>,
  string
> = {
  team: 'c.team_ref',
  environment: 'c.environment',
  kind: 'c.kind',
  server: 'c.server_ref',
  'server-hint': 'c.server_hint',
  model: 'c.model',
  tool: 'a.tool',
};

/** The value of a dimension as the caller may see it. */
export function valueOf(
  dimension: Dimension | 'server-hint',
  sight: Sight,
): Expression {
  switch (dimension) {
    case 'agent':
      return sight.agent();
    case 'user':
      return sight.user();
    default:
      return { sql: COLUMNS[dimension], bindings: [] };
  }
}

/** Narrows to usage that has, of each filtered dimension, one of the values. */
export function whereFilters(
  knex: Knex,
  query: Knex.QueryBuilder,
  filters: UsageQuery['filters'],
  sight: Sight,
): void {
  for (const [dimension, values] of Object.entries(filters ?? {})) {
    if (values) {
      const value = valueOf(dimension as Dimension, sight);
      const wanted = oneOf(
        knex,
        value.sql,
        values.map(each => (each === NO_VALUE ? '' : each)),
      );
      query.whereRaw(`(${wanted.sql})`, [
        ...value.bindings,
        ...wanted.bindings,
      ]);
    }
  }
}

/** Whether a query has filters at all. */
export function isFiltered(filters: UsageQuery['filters']): boolean {
  return Object.values(filters ?? {}).some(values => values !== undefined);
}
