import type { OwnedAssetFilter } from '@mcp-portal/plugin-mcp-registry-node';
import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import { Knex } from 'knex';

import type { Extent } from './Scope';

/**
 * Narrows a query to the rows of an extent. `table` is the name or alias of a
 * table with the columns `owner_ref` and `visibility`.
 */
export function whereInExtent(
  query: Knex.QueryBuilder,
  extent: Extent,
  table: string,
): void {
  if (extent.kind === 'none') {
    query.whereRaw('1 = 0');
  } else if (extent.kind === 'some') {
    query.where(inner => whereCriteria(inner, extent.criteria, table));
  }
}

function whereCriteria(
  query: Knex.QueryBuilder,
  criteria: PermissionCriteria<OwnedAssetFilter>,
  table: string,
): void {
  if ('allOf' in criteria) {
    // Starts from everything, so that also an empty one is a group to negate.
    query.whereRaw('1 = 1');
    criteria.allOf.forEach(part =>
      query.andWhere(inner => whereCriteria(inner, part, table)),
    );
  } else if ('anyOf' in criteria) {
    // Starts from nothing: an empty SQL group would let everything through.
    query.whereRaw('1 = 0');
    criteria.anyOf.forEach(part =>
      query.orWhere(inner => whereCriteria(inner, part, table)),
    );
  } else if ('not' in criteria) {
    query.whereNot(inner => whereCriteria(inner, criteria.not, table));
  } else {
    const column = criteria.field === 'ownerRef' ? 'owner_ref' : 'visibility';
    query.whereIn(`${table}.${column}`, criteria.values);
  }
}
