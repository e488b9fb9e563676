import { isSqlite } from '@mcp-portal/plugin-mcp-node';
import type { Knex } from 'knex';

import type { CostScope } from '../access';
import { AttributionInterner } from './AttributionInterner';
import type { StoredEntry } from './eventRow';
import { insertEvents } from './insertEvents';
import { storeCorrections } from './storeCorrections';
import type { PricedUsage } from './UsageEntry';
import {
  AppendResult,
  NewBatch,
  StalePricesError,
  UsageStore,
} from './UsageStore';

/** Thrown to undo a batch of which nothing is new. */
class NothingNew extends Error {}

export class DatabaseUsageStore implements UsageStore {
  readonly #knex: Knex;
  readonly #interner: AttributionInterner;
  readonly #onStored: () => void;

  /** @param options.onStored - called after the commit, to have it rolled up */
  constructor(options: { knex: Knex; onStored?: () => void }) {
    this.#knex = options.knex;
    this.#interner = new AttributionInterner(options);
    this.#onStored = options.onStored ?? (() => {});
  }

  async append(_scope: CostScope, batch: NewBatch): Promise<AppendResult> {
    const entries = highestRevisions(batch.entries);
    const rows = await this.#rowsOf(entries);
    const stored = rows.length > 0 ? await this.#store(batch, rows) : 0;
    if (stored > 0) {
      this.#onStored();
    }
    return { stored, duplicates: batch.entries.length - stored };
  }

  async #rowsOf(entries: PricedUsage[]): Promise<StoredEntry[]> {
    const ids = await this.#interner.idsOf(
      entries.map(({ attribution }) => attribution),
    );
    return entries.map((entry, index) => ({
      key: entry.key,
      attributionId: ids[index],
      counted: entry.replacedBy === undefined,
      entry,
    }));
  }

  async #store(batch: NewBatch, rows: StoredEntry[]): Promise<number> {
    try {
      return await this.#knex.transaction(async tx => {
        await requirePrices(tx, batch.priceVersion);
        const batchId = await insertBatch(tx, batch, rows.length);
        const newKeys = await insertEvents(tx, batchId, rows);
        const stored =
          newKeys.length +
          (newKeys.length < rows.length
            ? await storeCorrections(tx, batchId, notIn(newKeys, rows))
            : 0);
        if (stored === 0) {
          throw new NothingNew();
        }
        if (stored < rows.length) {
          await tx('usage_batches')
            .where('id', batchId)
            .update({ events: stored });
        }
        return stored;
      });
    } catch (error) {
      if (error instanceof NothingNew) {
        return 0;
      }
      throw error;
    }
  }
}

/** One entry for each key, in the order of keys. */
function highestRevisions(entries: readonly PricedUsage[]): PricedUsage[] {
  const byKey = new Map<string, PricedUsage>();
  for (const entry of entries) {
    const other = byKey.get(entry.key);
    if (!other || other.revision < entry.revision) {
      byKey.set(entry.key, entry);
    }
  }
  return [...byKey.values()].sort((a, b) =>
    a.key < b.key ? -1 : Number(a.key > b.key),
  );
}

function notIn(keys: string[], rows: StoredEntry[]): StoredEntry[] {
  const known = new Set(keys);
  return rows.filter(row => !known.has(row.key));
}

async function requirePrices(
  tx: Knex.Transaction,
  version: number,
): Promise<void> {
  const query = tx('price_book_state').where('id', 1).select('version').first();
  // A change of prices waits for those who store with the old ones, and is
  // waited for.
  const state = await (isSqlite(tx) ? query : query.forShare());
  if (state.version !== version) {
    throw new StalePricesError(
      `Prices are at version ${state.version}, and the usage was priced with version ${version}.`,
    );
  }
}

async function insertBatch(
  tx: Knex.Transaction,
  batch: NewBatch,
  events: number,
): Promise<string> {
  const [{ id }] = await tx('usage_batches').insert(
    {
      source: batch.source,
      received_from: batch.receivedFrom,
      received_at: batch.receivedAtMs,
      state: batch.importId ? 'staged' : 'pending',
      import_id: batch.importId ?? null,
      events,
    },
    'id',
  );
  return String(id);
}
