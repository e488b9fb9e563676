import { isSqlite } from '@mcp-portal/plugin-mcp-node';

import type { RollupWriter } from '../rollups';
import { DAY_MS, dayOf } from '../time/days';

/** Bounds for how long others wait to write sums. */
const CHUNK = 5_000;

/**
 * Deletes single events that are too old. Their sums stay, and so does who used
 * what.
 */
export class EventRetention {
  readonly #writer: RollupWriter;
  readonly #days: number;
  readonly #now: () => Date;

  constructor(options: {
    writer: RollupWriter;
    retentionDays: number;
    now: () => Date;
  }) {
    this.#writer = options.writer;
    this.#days = options.retentionDays;
    this.#now = options.now;
  }

  /** Goes on where it ended, should it be stopped. */
  async deleteOld(signal?: AbortSignal): Promise<void> {
    const keptFromMs = (dayOf(this.#now().getTime()) - this.#days) * DAY_MS;
    // Told first: from now on nobody compares sums with events before it.
    await this.#writer.inTurn(tx =>
      tx('usage_rollup_state')
        .where('id', 1)
        .where(old =>
          old.whereNull('kept_from').orWhere('kept_from', '<', keptFromMs),
        )
        .update({ kept_from: keptFromMs }),
    );
    let attributionId: number | undefined = 0;
    while (attributionId !== undefined && !signal?.aborted) {
      attributionId = await this.#deleteEvents(keptFromMs, attributionId);
    }
    let batchId: string | undefined = '0';
    while (batchId !== undefined && !signal?.aborted) {
      batchId = await this.#deleteBatches(keptFromMs, batchId);
    }
  }

  /** @returns where to go on, unless nothing is left */
  async #deleteEvents(
    beforeMs: number,
    fromAttributionId: number,
  ): Promise<number | undefined> {
    return this.#writer.inTurn(async tx => {
      const old: { key: string; attribution_id: number }[] = await tx(
        'usage_attributions as a',
      )
        .join('usage_events as e', 'e.attribution_id', 'a.id')
        .join('usage_batches as b', 'b.id', 'e.batch_id')
        .where('a.id', '>=', fromAttributionId)
        .where('e.occurred_at', '<', beforeMs)
        // What is not summed yet would be lost.
        .where('b.state', 'rolled')
        .orderBy('a.id')
        .limit(CHUNK)
        .select('e.key', 'e.attribution_id');
      await tx('usage_events')
        .whereRaw(
          isSqlite(tx)
            ? 'key IN (SELECT value FROM json_each(?))'
            : 'key = ANY(ARRAY(SELECT json_array_elements_text(?::json)::uuid))',
          [JSON.stringify(old.map(({ key }) => key))],
        )
        .delete();
      return old.length < CHUNK ? undefined : old[CHUNK - 1].attribution_id;
    });
  }

  async #deleteBatches(
    beforeMs: number,
    afterId: string,
  ): Promise<string | undefined> {
    return this.#writer.inTurn(async tx => {
      const old: { id: string | number; filled: boolean | number }[] = await tx(
        'usage_batches as b',
      )
        .where('b.state', 'rolled')
        .where('b.id', '>', afterId)
        .where('b.received_at', '<', beforeMs)
        .orderBy('b.id')
        .limit(CHUNK)
        .select(
          'b.id',
          tx.raw(
            'EXISTS (SELECT 1 FROM usage_events e WHERE e.batch_id = b.id) AS filled',
          ),
        );
      const empty = old.filter(({ filled }) => !filled).map(({ id }) => id);
      for (let start = 0; start < empty.length; start += 500) {
        await tx('usage_batches')
          .whereIn('id', empty.slice(start, start + 500))
          .delete();
      }
      return old.length < CHUNK ? undefined : String(old[CHUNK - 1].id);
    });
  }
}
