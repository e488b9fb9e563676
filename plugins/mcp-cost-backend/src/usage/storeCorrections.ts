import { inBatches } from '@mcp-portal/plugin-mcp-node';
import type { Knex } from 'knex';

import { revisionKey } from './eventKey';
import type { StoredEntry } from './eventRow';
import { insertEvents } from './insertEvents';

/**
 * Stores what is of a higher revision than the event known under its key. It
 * waits under a key of its own, uncounted; rolling up puts it in the place of
 * what it corrects, which is in the sums already or will be.
 *
 * @returns how many are new
 */
export async function storeCorrections(
  tx: Knex.Transaction,
  batchId: string,
  rows: readonly StoredEntry[],
): Promise<number> {
  const candidates = rows.filter(({ entry }) => entry.revision > 0);
  const known: { key: string; revision: number }[] = await inBatches(
    candidates.map(({ key }) => key),
    keys => tx('usage_events').whereIn('key', keys).select('key', 'revision'),
  );
  const revisions = new Map(known.map(({ key, revision }) => [key, revision]));
  const corrections = candidates
    .filter(({ key, entry }) => entry.revision > (revisions.get(key) ?? 0))
    .map(row => ({
      ...row,
      key: revisionKey(row.key, row.entry.revision),
      corrects: row.key,
      counted: false,
    }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  if (corrections.length === 0) {
    return 0;
  }
  const inserted = new Set(await insertEvents(tx, batchId, corrections));
  await tx.batchInsert(
    'usage_corrections',
    corrections
      .filter(({ key }) => inserted.has(key))
      .map(({ key, corrects }) => ({
        event_key: key,
        corrects,
        batch_id: batchId,
      })),
    200,
  );
  return inserted.size;
}
