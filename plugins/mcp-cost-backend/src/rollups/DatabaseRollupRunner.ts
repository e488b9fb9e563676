import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { isSqlite } from '@mcp-portal/plugin-mcp-node';
import type { Knex } from 'knex';

import { applyCorrections } from './applyCorrections';
import { isDataError } from './isDataError';
import type { RollupRunner, RollupWriter } from './RollupWriter';
import { settleSpans } from './settling/settleSpans';

/**
 * Bounds one transaction, which others who write sums wait for; in SQLite
 * everybody does.
 */
const MAX_EVENTS = { sqlite: 10_000, postgres: 50_000 };
const MAX_BATCHES = 200;
/** Many events of one consumer and hour cost hardly more than one. */
const GATHER_MS = 500;

interface PendingBatch {
  id: string;
  events: number;
  receivedAtMs: number;
}

export class DatabaseRollupRunner implements RollupRunner {
  readonly #knex: Knex;
  readonly #writer: RollupWriter;
  readonly #logger: LoggerService;
  readonly #now: () => Date;
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;

  constructor(options: {
    knex: Knex;
    writer: RollupWriter;
    logger: LoggerService;
    now: () => Date;
  }) {
    this.#knex = options.knex;
    this.#writer = options.writer;
    this.#logger = options.logger;
    this.#now = options.now;
  }

  wake(): void {
    if (this.#timer) {
      return;
    }
    this.#timer = setTimeout(() => {
      this.catchUp().catch(error =>
        // The schedule tries again.
        this.#logger.warn(
          `Usage could not be summed: ${stringifyError(error)}`,
        ),
      );
    }, GATHER_MS);
    this.#timer.unref();
  }

  async catchUp(): Promise<void> {
    // What runs already may have looked for batches before the newest came.
    await this.#running?.catch(() => {});
    this.#running ??= this.#rollAll().finally(() => {
      this.#running = undefined;
    });
    await this.#running;
  }

  async #rollAll(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    while (await this.#rollSome(MAX_BATCHES)) {
      // Until nothing is pending.
    }
  }

  async #rollSome(limit: number): Promise<boolean> {
    let batches: PendingBatch[] = [];
    try {
      await this.#writer.inTurn(async tx => {
        batches = await readPending(tx, limit);
        if (batches.length > 0) {
          await this.#roll(tx, batches);
        }
      });
    } catch (error) {
      if (!isDataError(error) || batches.length === 0) {
        throw error;
      }
      // One of them cannot be summed: it is found by taking them one by one.
      if (batches.length > 1) {
        return this.#rollSome(1);
      }
      await this.#setAside(batches[0], error);
    }
    return batches.length > 0;
  }

  async #roll(tx: Knex.Transaction, batches: PendingBatch[]): Promise<void> {
    const ids = batches.map(({ id }) => id);
    const traceIds = await applyCorrections(tx, this.#writer, ids);
    await settleSpans(tx, this.#writer, ids, traceIds);
    await tx('usage_batches')
      .whereIn('id', ids)
      .update({ state: 'rolled', rolled_at: this.#now().getTime() });
    await this.#writer.add(tx, query => query.whereIn('e.batch_id', ids), 1);
    await tx('usage_rollup_state')
      .where('id', 1)
      .update({
        rolled_until: Math.max(...batches.map(batch => batch.receivedAtMs)),
      });
  }

  async #setAside(batch: PendingBatch, error: unknown): Promise<void> {
    await this.#knex('usage_batches')
      .where({ id: batch.id, state: 'pending' })
      .update({ state: 'failed' });
    this.#logger.error(
      `Batch ${batch.id} of ${
        batch.events
      } usage events cannot be summed, and is left out: ${stringifyError(
        error,
      )}`,
    );
  }
}

async function readPending(
  tx: Knex.Transaction,
  limit: number,
): Promise<PendingBatch[]> {
  const rows: {
    id: string | number;
    events: number;
    received_at: string | number;
  }[] = await tx('usage_batches')
    .where('state', 'pending')
    .orderBy('id')
    .limit(limit)
    .select('id', 'events', 'received_at');
  const maxEvents = isSqlite(tx) ? MAX_EVENTS.sqlite : MAX_EVENTS.postgres;
  let events = 0;
  return rows
    .filter((row, index) => {
      events += row.events;
      return index === 0 || events <= maxEvents;
    })
    .map(row => ({
      id: String(row.id),
      events: row.events,
      receivedAtMs: Number(row.received_at),
    }));
}
