import type { Knex } from 'knex';

import { dayOf } from '../time/days';
import { ChangeContext, insertPrice, takeBack } from './changePrices';
import type { PriceDraft } from './PriceDraft';
import { PriceRow, toRow } from './priceRow';
import type { PriceChange } from './PriceStore';

const COMPARED = ['per_unit', 'input', 'cached_input', 'output'] as const;

/**
 * Writes the config's prices over those that are kept. A line that changed
 * takes the place of what it was, from its first day on. A line that is gone
 * ends tomorrow: its price was right until it was taken out. Where the config
 * and the API price the same from the same day, the config counts.
 */
export async function syncConfigPrices(
  tx: Knex.Transaction,
  drafts: readonly PriceDraft[],
  context: ChangeContext,
): Promise<{ changed: boolean; changes: PriceChange[] }> {
  const kept: PriceRow[] = await tx('prices').whereNull('deleted_at');
  const byName = new Map(kept.map(row => [nameOf(row), row]));
  const changes: PriceChange[] = [];
  let changed = false;

  for (const draft of drafts) {
    const row = toRow(draft, {
      source: 'config',
      by: 'config',
      atMs: context.nowMs,
    });
    const existing = byName.get(nameOf(row));
    byName.delete(nameOf(row));
    if (existing && isSame(existing, row)) {
      continue;
    }
    changed = true;
    if (existing) {
      await takeBack(tx, existing.id, context);
    }
    changes.push(await insertPrice(tx, row, context));
  }

  for (const row of byName.values()) {
    if (row.source === 'config' && row.ended_on === null) {
      changed = true;
      await end(tx, row, context);
    }
  }
  return { changed, changes };
}

async function end(
  tx: Knex.Transaction,
  row: PriceRow,
  context: ChangeContext,
): Promise<void> {
  const tomorrow = dayOf(context.nowMs) + 1;
  if (row.valid_from >= tomorrow) {
    await takeBack(tx, row.id, context);
    return;
  }
  await tx('prices').where('id', row.id).update({ ended_on: tomorrow });
}

function nameOf(row: Omit<PriceRow, 'id'>): string {
  return `${row.valid_from} ${row.subject_key}`;
}

function isSame(kept: PriceRow, row: Omit<PriceRow, 'id'>): boolean {
  return (
    kept.source === 'config' &&
    kept.ended_on === null &&
    COMPARED.every(column => kept[column] === row[column])
  );
}
