import type { OwnedAsset } from '@mcp-portal/plugin-mcp-registry-node';
import type { Visibility } from '@mcp-portal/plugin-mcp-registry-common';
import { Knex } from 'knex';

import type { Extent } from './Scope';
import { whereInExtent } from './whereInExtent';

/** Fits the limit on parameters of both databases. */
const REFS_PER_QUERY = 500;

/**
 * Reads what decides who may see the rows of a table.
 */
export async function findOwnedAssets(
  knex: Knex,
  table: 'servers' | 'agents',
  extent: Extent,
  refs: string[],
): Promise<Map<string, OwnedAsset>> {
  const found = new Map<string, OwnedAsset>();
  for (let start = 0; start < refs.length; start += REFS_PER_QUERY) {
    const rows: { ref: string; owner_ref: string; visibility: Visibility }[] =
      await knex(table)
        .modify(whereInExtent, extent, table)
        .whereIn('ref', refs.slice(start, start + REFS_PER_QUERY))
        .select('ref', 'owner_ref', 'visibility');
    rows.forEach(row =>
      found.set(row.ref, {
        ownerRef: row.owner_ref,
        visibility: row.visibility,
      }),
    );
  }
  return found;
}
