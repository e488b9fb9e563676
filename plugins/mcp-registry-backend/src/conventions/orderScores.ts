import type { ScoreQuery } from '@mcp-portal/plugin-mcp-registry-common';
import { Knex } from 'knex';

const COLUMNS = {
  score: 'server_conventions.score',
  errors: 'server_conventions.errors',
  toolListTokens: 'server_conventions.tokens',
};

/**
 * Sorts servers by what their last check says. What is not known comes last,
 * whichever way; equals are sorted by name, so that pages never overlap.
 */
export function orderScores(
  servers: Knex.QueryBuilder,
  { sort = 'score', order = 'asc' }: ScoreQuery,
): void {
  if (sort === 'name') {
    servers.orderBy('servers.sort_name', order);
  } else {
    const column = COLUMNS[sort];
    servers
      .orderByRaw(`CASE WHEN ${column} IS NULL THEN 1 ELSE 0 END`)
      .orderBy(column, order);
  }
  servers.orderBy('servers.sort_name', 'asc').orderBy('servers.id', 'asc');
}
