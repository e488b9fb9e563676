import type { ServerFilter } from '@mcp-portal/plugin-mcp-registry-common';
import { Knex } from 'knex';

import { Scope, whereInExtent } from '../access';
import { searchTerms } from '../search/searchWords';
import type { ServerSearchIndex } from './ServerSearchIndex';

/** The filters that are also facets, with their columns. */
export const FACET_COLUMNS = {
  owner: 'servers.owner_ref',
  lifecycle: 'servers.lifecycle',
  health: 'servers.health',
  trust: 'servers.trust',
} as const;

export type FacetName = keyof typeof FACET_COLUMNS;

/**
 * Narrows a query over `servers` to those in scope that the catalog still has
 * and that a filter asks for.
 */
export function whereServers(
  query: Knex.QueryBuilder,
  options: {
    scope: Scope;
    filter: ServerFilter;
    searchIndex: ServerSearchIndex;
  },
): void {
  const { scope, filter, searchIndex } = options;
  whereInExtent(query, scope.servers, 'servers');
  query.whereNull('servers.removed_at');

  const terms = searchTerms(filter.search);
  if (terms.length) {
    searchIndex.match(query, terms);
  } else if (filter.search?.trim()) {
    // Only punctuation: no word begins with it.
    query.whereRaw('1 = 0');
  }
  for (const facet of Object.keys(FACET_COLUMNS) as FacetName[]) {
    const values = filter[facet];
    if (values?.length) {
      query.whereIn(
        FACET_COLUMNS[facet],
        facet === 'owner'
          ? values.map(value => value.toLocaleLowerCase('en-US'))
          : values,
      );
    }
  }
  if (filter.ownerExists !== undefined) {
    query.where('servers.owner_exists', filter.ownerExists);
  }
}
