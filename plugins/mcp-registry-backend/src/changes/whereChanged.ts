import { Knex } from 'knex';

import { Scope, whereInExtent } from '../access';
import { prefixPattern, searchTerms } from '../search/searchWords';

/**
 * Narrows a query over `versions` and `servers` to the servers in scope that
 * the catalog still has, and to what a filter asks for.
 */
export function whereChanged(
  query: Knex.QueryBuilder,
  scope: Scope,
  filter: { search?: string; owner?: string[] },
): void {
  whereInExtent(query, scope.servers, 'servers');
  query.whereNull('servers.removed_at');
  const terms = searchTerms(filter.search);
  for (const term of terms) {
    const pattern = prefixPattern(term);
    query.where(found =>
      found
        .where('servers.name_words', 'like', pattern)
        .orWhere('servers.about_words', 'like', pattern)
        .orWhere('versions.words', 'like', pattern),
    );
  }
  if (!terms.length && filter.search?.trim()) {
    // Only punctuation: no word begins with it.
    query.whereRaw('1 = 0');
  }
  if (filter.owner?.length) {
    query.whereIn(
      'servers.owner_ref',
      filter.owner.map(ref => ref.toLocaleLowerCase('en-US')),
    );
  }
}
