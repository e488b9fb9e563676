import type { OwnedAsset } from '@mcp-portal/plugin-mcp-registry-node';
import type { Visibility } from '@mcp-portal/plugin-mcp-registry-common';
import { Knex } from 'knex';

import { inBatches } from '@mcp-portal/plugin-mcp-node';
import type { Extent } from './Scope';
import { whereInExtent } from './whereInExtent';

/**
 * Reads what decides who may see the rows of a table.
 */
export async function findOwnedAssets(
  knex: Knex,
  table: 'servers' | 'agents',
  extent: Extent,
  refs: string[],
): Promise<Map<string, OwnedAsset>> {
  const rows = await inBatches(
    refs,
    (
      batch,
    ): PromiseLike<
      { ref: string; owner_ref: string; visibility: Visibility }[]
    > =>
      knex(table)
        .modify(whereInExtent, extent, table)
        .whereIn('ref', batch)
        .select('ref', 'owner_ref', 'visibility'),
  );
  return new Map(
    rows.map(row => [
      row.ref,
      { ownerRef: row.owner_ref, visibility: row.visibility },
    ]),
  );
}
