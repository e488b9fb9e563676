import type { Knex } from 'knex';

import type { RollupWriter } from '../rollups';

/**
 * Puts staged events in the place of earlier ones, in the sums too, within the
 * turn of the one who may write sums: nobody ever sees both, or neither.
 *
 * @param options - `oldId` and `newId` name batches by their `import_id`; either
 *   may be missing
 */
export async function replaceImport(
  tx: Knex.Transaction,
  options: {
    rollupWriter: RollupWriter;
    oldId?: string;
    newId?: string;
    nowMs: number;
  },
): Promise<void> {
  const { rollupWriter, oldId, newId, nowMs } = options;
  if (oldId !== undefined) {
    await rollupWriter.add(tx, whereOfImport(tx, oldId), -1);
    await deleteImport(tx, oldId);
  }
  if (newId !== undefined) {
    await tx('usage_batches')
      .where('import_id', newId)
      .update({ state: 'rolled', rolled_at: nowMs });
    await rollupWriter.add(tx, whereOfImport(tx, newId), 1);
  }
}

/** Deletes the events of an import that no sum holds. */
export async function deleteImport(knex: Knex, id: string): Promise<void> {
  await knex('usage_events')
    .whereIn(
      'batch_id',
      knex('usage_batches').where('import_id', id).select('id'),
    )
    .delete();
  await knex('usage_batches').where('import_id', id).delete();
}

function whereOfImport(
  knex: Knex,
  id: string,
): (events: Knex.QueryBuilder) => void {
  return events => {
    events.whereIn(
      'e.batch_id',
      knex('usage_batches').where('import_id', id).select('id'),
    );
  };
}
