import type { Knex } from 'knex';

import type { CostScope } from '../access';

/**
 * Narrows a query on `idle_resources`, aliased `i`, to what a caller may see:
 * what their teams own, and of keys only those of teams that they are in.
 */
export function whereReachable(
  query: Knex.QueryBuilder,
  scope: CostScope,
): void {
  const { teams, servers, memberOf, mayDelegate, actor } = scope;
  if (teams !== 'all') {
    query.where(mine =>
      mine
        .whereIn('i.owner_ref', [...teams, actor])
        .orWhereIn('i.subject', servers as string[]),
    );
  }
  if (!mayDelegate && memberOf !== 'all') {
    query.where(open =>
      open
        .where('i.is_private', false)
        .orWhereIn('i.owner_ref', [...memberOf, actor]),
    );
  }
}
