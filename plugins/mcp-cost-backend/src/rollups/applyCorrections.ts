import { inBatches, isSqlite } from '@mcp-portal/plugin-mcp-node';
import type { Knex } from 'knex';

import { replacedKey } from '../usage/eventKey';
import type { RollupWriter } from './RollupWriter';

interface CorrectionRow {
  event_key: string;
  corrects: string;
  revision: number;
  old_revision: number | null;
  old_trace_id: string | null;
}

/**
 * Puts corrections that came with batches in the place of what they correct:
 * under its key, the highest revision counts. What was replaced stays, under a
 * key of its own, and leaves the sums if it was in them.
 *
 * @returns traces that lost a span
 */
export async function applyCorrections(
  tx: Knex.Transaction,
  writer: RollupWriter,
  batchIds: readonly string[],
): Promise<string[]> {
  const rows: CorrectionRow[] = await tx('usage_corrections as c')
    .join('usage_events as n', 'n.key', 'c.event_key')
    .leftJoin('usage_events as o', 'o.key', 'c.corrects')
    .whereIn('c.batch_id', batchIds)
    .select(
      'c.event_key',
      'c.corrects',
      'n.revision',
      'o.revision as old_revision',
      'o.trace_id as old_trace_id',
    );
  if (rows.length === 0) {
    return [];
  }
  const taking = highest(rows);
  const replaced = taking.filter(row => row.old_revision !== null);
  await inBatches(replaced, async some => {
    const keys = some.map(({ corrects }) => corrects);
    await writer.add(tx, query => query.whereIn('e.key', keys), -1);
    return [];
  });
  await retire(tx, [
    ...replaced.map(row => ({
      key: row.corrects,
      new_key: replacedKey(row.corrects, row.old_revision!),
      replaced_by: row.corrects,
    })),
    ...rows
      .filter(row => !taking.includes(row))
      .map(row => ({
        key: row.event_key,
        new_key: row.event_key,
        replaced_by: row.corrects,
      })),
  ]);
  await promote(tx, taking);
  await tx('usage_corrections').whereIn('batch_id', batchIds).delete();
  return replaced.flatMap(row => row.old_trace_id ?? []);
}

/** Of each corrected event the highest revision, if it is higher than what is there. */
function highest(rows: CorrectionRow[]): CorrectionRow[] {
  const byKey = new Map<string, CorrectionRow>();
  for (const row of rows) {
    const other = byKey.get(row.corrects);
    if (!other || other.revision < row.revision) {
      byKey.set(row.corrects, row);
    }
  }
  return [...byKey.values()].filter(
    row => row.revision > (row.old_revision ?? -1),
  );
}

/** Without a layer, what was replaced is no part of its call any more. */
async function retire(
  tx: Knex.Transaction,
  changes: { key: string; new_key: string; replaced_by: string }[],
): Promise<void> {
  await update(
    tx,
    'key = new.new_key, counted = false, layer = 0, replaced_by = new.replaced_by',
    changes,
  );
}

async function promote(
  tx: Knex.Transaction,
  rows: CorrectionRow[],
): Promise<void> {
  await update(
    tx,
    'key = new.new_key, counted = (usage_events.is_stated = 0)',
    rows.map(row => ({
      key: row.event_key,
      new_key: row.corrects,
      replaced_by: row.corrects,
    })),
  );
}

async function update(
  tx: Knex.Transaction,
  assignments: string,
  changes: { key: string; new_key: string; replaced_by: string }[],
): Promise<void> {
  if (changes.length === 0) {
    return;
  }
  const from = isSqlite(tx)
    ? `(SELECT value ->> 'key' AS key, value ->> 'new_key' AS new_key,
        value ->> 'replaced_by' AS replaced_by FROM json_each(?)) new`
    : 'json_to_recordset(?::json) AS new (key uuid, new_key uuid, replaced_by uuid)';
  await tx.raw(
    `UPDATE usage_events SET ${assignments} FROM ${from} WHERE usage_events.key = new.key`,
    [JSON.stringify(changes)],
  );
}
