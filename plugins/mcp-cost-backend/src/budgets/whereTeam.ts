import type { Knex } from 'knex';

/** Narrows a query to teams; to none when there are none. */
export function whereTeam(
  query: Knex.QueryBuilder,
  teams: 'all' | readonly string[],
  column = 'team_ref',
): void {
  if (teams !== 'all') {
    query.whereIn(column, teams as string[]);
  }
}
