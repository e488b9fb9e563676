import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { Knex } from 'knex';

import { systemScope } from '../access';
import type { RollupWriter } from '../rollups';
import type { PriceBook, PriceBooks } from './PriceBook';
import { countPricedEvents } from './countPricedEvents';
import { pricedAttributions } from './pricedAttributions';
import { readStoredEvents, StoredEvent } from './readStoredEvents';
import type {
  RepricingCursor,
  RepricingJob,
  RepricingProgress,
  RepricingStore,
} from './RepricingStore';
import { writeCosts } from './writeCosts';

/** Small enough that usage is never kept waiting for long. */
const CHUNK_EVENTS = 2_000;
const CHUNK_ATTRIBUTIONS = 500;

const SCOPE = systemScope('repricing');

/** Shares monthly fees anew; see `hosting/`. */
export type ShareFees = (job: RepricingJob) => Promise<RepricingProgress>;

/**
 * Prices stored usage anew after a change of prices: in chunks, each with its
 * progress in one transaction. So a crash loses nothing, and two replicas that
 * work at the same time do each chunk once, in turn.
 */
export class Repricer {
  readonly #knex: Knex;
  readonly #repricings: RepricingStore;
  readonly #priceBooks: PriceBooks;
  readonly #rollupWriter: RollupWriter;
  readonly #shareFees: ShareFees;
  readonly #logger: LoggerService;
  #running: Promise<void> | undefined;
  #isWoken = false;

  constructor(options: {
    knex: Knex;
    repricings: RepricingStore;
    priceBooks: PriceBooks;
    rollupWriter: RollupWriter;
    shareFees: ShareFees;
    logger: LoggerService;
  }) {
    this.#knex = options.knex;
    this.#repricings = options.repricings;
    this.#priceBooks = options.priceBooks;
    this.#rollupWriter = options.rollupWriter;
    this.#shareFees = options.shareFees;
    this.#logger = options.logger;
  }

  /** Begins soon, and returns at once; what fails is tried again later. */
  wake(): void {
    this.catchUp().catch(error =>
      this.#logger.warn(
        'Usage could not be priced anew; it is tried again in a minute',
        toError(error),
      ),
    );
  }

  /** Does all that is waiting, one after the other. */
  async catchUp(signal?: AbortSignal): Promise<void> {
    this.#isWoken = true;
    this.#running ??= this.#work(signal).finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  async #work(signal?: AbortSignal): Promise<void> {
    while (this.#isWoken && !signal?.aborted) {
      this.#isWoken = false;
      let job = await this.#repricings.next(SCOPE);
      while (job && !signal?.aborted) {
        await this.#doJob(job, signal);
        job = await this.#repricings.next(SCOPE);
      }
    }
  }

  async #doJob(job: RepricingJob, signal?: AbortSignal): Promise<void> {
    try {
      const isOver = await this.#repriceEvents(job, signal);
      if (isOver && isMonthly(job)) {
        await this.#shareAnew(job);
      }
    } catch (error) {
      await this.#repricings.fail(SCOPE, job.id, toError(error).message);
      throw error;
    }
  }

  async #shareAnew(job: RepricingJob): Promise<void> {
    const progress = await this.#shareFees(job);
    await this.#rollupWriter.inTurn(async tx => {
      // Another replica may have shared at the same time, and told so.
      if ((await this.#repricings.next(SCOPE, tx))?.id === job.id) {
        await this.#repricings.advance(SCOPE, tx, job.id, progress);
        await this.#repricings.finish(SCOPE, tx, job.id);
      }
    });
  }

  /** @returns whether it came to the end */
  async #repriceEvents(
    job: RepricingJob,
    signal?: AbortSignal,
  ): Promise<boolean> {
    const attributions = await pricedAttributions(this.#knex, job.price);
    if (!job.cursor) {
      await this.#repricings.expect(
        SCOPE,
        job.id,
        await countPricedEvents(this.#knex, job, attributions),
      );
    }
    let isOver = false;
    while (!isOver && !signal?.aborted) {
      const book = await this.#priceBooks.refresh();
      isOver = await this.#rollupWriter.inTurn(tx =>
        this.#repriceChunk(tx, job.id, book, attributions),
      );
    }
    return isOver;
  }

  /** @returns whether there is nothing left of this job */
  async #repriceChunk(
    tx: Knex.Transaction,
    jobId: number,
    book: PriceBook,
    attributions: readonly number[],
  ): Promise<boolean> {
    // As it stands in this turn: another replica may have gone on with it.
    const job = await this.#repricings.next(SCOPE, tx);
    if (job?.id !== jobId) {
      return true;
    }
    const { events, cursor, isLast } = await readChunk(tx, job, attributions);
    const changes = events.map(event => ({
      event,
      priced: book.priceOf(
        event.attribution,
        event.measures,
        event.occurredAtMs,
      ),
    }));
    await writeCosts(
      tx,
      this.#rollupWriter,
      changes
        .filter(
          ({ event, priced }) =>
            event.costNanos !== priced.costNanos ||
            event.priceId !== priced.priceId,
        )
        .map(({ event, priced }) => ({
          key: event.key,
          inSums: event.inSums,
          priced,
        })),
    );
    const inSums = changes.filter(({ event }) => event.inSums);
    await this.#repricings.advance(SCOPE, tx, jobId, {
      done: events.length,
      costBeforeNanos: sum(inSums.map(({ event }) => event.costNanos)),
      costAfterNanos: sum(inSums.map(({ priced }) => priced.costNanos)),
      cursor,
    });
    // A monthly fee is to be shared first.
    if (isLast && !isMonthly(job)) {
      await this.#repricings.finish(SCOPE, tx, jobId);
    }
    return isLast;
  }
}

function isMonthly({ price }: RepricingJob): boolean {
  return price.kind === 'hosting-month';
}

async function readChunk(
  tx: Knex.Transaction,
  job: RepricingJob,
  attributions: readonly number[],
): Promise<{
  events: StoredEvent[];
  cursor?: RepricingCursor;
  isLast: boolean;
}> {
  const first = job.cursor?.attributionId ?? -1;
  const left = attributions.filter(id => id >= first);
  const events: StoredEvent[] = [];
  for (const [index, id] of left.entries()) {
    const limit = CHUNK_EVENTS - events.length;
    if (limit <= 0) {
      return { events, cursor: events.at(-1), isLast: false };
    }
    if (index >= CHUNK_ATTRIBUTIONS) {
      return { events, cursor: afterAllOf(left[index - 1]), isLast: false };
    }
    events.push(
      ...(await readStoredEvents(tx, job, id, { after: job.cursor, limit })),
    );
  }
  return {
    events,
    cursor: events.at(-1),
    isLast: events.length < CHUNK_EVENTS,
  };
}

/** Where to go on when nothing of an attribution is left: it may have no event. */
function afterAllOf(attributionId: number): RepricingCursor {
  return {
    attributionId,
    occurredAtMs: Number.MAX_SAFE_INTEGER,
    key: 'ffffffff-ffff-ffff-ffff-ffffffffffff',
  };
}

function sum(costs: readonly (bigint | undefined)[]): bigint {
  return costs.reduce<bigint>((total, cost) => total + (cost ?? 0n), 0n);
}
