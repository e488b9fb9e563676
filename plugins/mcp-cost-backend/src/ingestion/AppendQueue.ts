import type { CostScope } from '../access';
import type { PriceBook, PriceBooks } from '../prices';
import {
  AppendResult,
  AttributedUsage,
  BatchSource,
  NewBatch,
  PricedUsage,
  StalePricesError,
  UsageStore,
} from '../usage';

/** What is worth one transaction: more makes it no faster. */
const MAX_TOGETHER = 5_000;
/** Prices change by hand; to see five changes while storing is a fault. */
const MAX_TRIES = 5;

interface Waiting {
  source: BatchSource;
  receivedFrom: string;
  entries: readonly AttributedUsage[];
  resolve(result: AppendResult): void;
  reject(error: unknown): void;
}

/**
 * Prices and stores, a few batches at a time. What waits from the same sender is
 * stored together: the busier it is, the less each batch costs.
 */
export class AppendQueue {
  readonly #store: UsageStore;
  readonly #priceBooks: PriceBooks;
  readonly #scope: CostScope;
  readonly #now: () => Date;
  readonly #atOnce: number;
  readonly #waiting: Waiting[] = [];
  #running = 0;

  constructor(options: {
    store: UsageStore;
    priceBooks: PriceBooks;
    scope: CostScope;
    now: () => Date;
    /** How many transactions at once. */
    atOnce: number;
  }) {
    this.#store = options.store;
    this.#priceBooks = options.priceBooks;
    this.#scope = options.scope;
    this.#now = options.now;
    this.#atOnce = options.atOnce;
  }

  /** Resolves once the entries are committed. */
  append(
    batch: Pick<Waiting, 'source' | 'receivedFrom' | 'entries'>,
  ): Promise<AppendResult> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ ...batch, resolve, reject });
      this.#next();
    });
  }

  #next(): void {
    if (this.#running < this.#atOnce && this.#waiting.length > 0) {
      this.#running++;
      // Never rejects.
      void this.#run(this.#takeTogether()).then(() => {
        this.#running--;
        this.#next();
      });
    }
  }

  #takeTogether(): Waiting[] {
    const [first, ...others] = this.#waiting.splice(0);
    const together = [first];
    let entries = first.entries.length;
    for (const other of others) {
      if (
        entries + other.entries.length <= MAX_TOGETHER &&
        mayGoTogether(first, other)
      ) {
        together.push(other);
        entries += other.entries.length;
      } else {
        this.#waiting.push(other);
      }
    }
    return together;
  }

  async #run(together: Waiting[]): Promise<void> {
    try {
      const [{ source, receivedFrom }] = together;
      const { stored } = await this.#appendPriced({
        source,
        receivedFrom,
        receivedAtMs: this.#now().getTime(),
        entries: together.flatMap(({ entries }) => entries),
      });
      let left = stored;
      for (const { entries, resolve } of together) {
        // Of some that were stored together nobody knows whose were known:
        // who sends spans is not told.
        const its = Math.min(left, entries.length);
        left -= its;
        resolve({ stored: its, duplicates: entries.length - its });
      }
    } catch (error) {
      together.forEach(({ reject }) => reject(error));
    }
  }

  async #appendPriced(
    batch: Omit<NewBatch, 'priceVersion'>,
  ): Promise<AppendResult> {
    let book = await this.#priceBooks.current();
    for (let tries = 1; ; tries++) {
      try {
        return await this.#store.append(this.#scope, {
          ...batch,
          entries: priceAll(batch.entries, book),
          priceVersion: book.version,
        });
      } catch (error) {
        if (!(error instanceof StalePricesError) || tries === MAX_TRIES) {
          throw error;
        }
        book = await this.#priceBooks.refresh();
      }
    }
  }
}

function priceAll(
  entries: readonly AttributedUsage[],
  book: PriceBook,
): PricedUsage[] {
  return entries.map(entry =>
    entry.costNanos === undefined
      ? {
          ...entry,
          ...book.priceOf(
            entry.attribution,
            entry.measures,
            entry.occurredAtMs,
          ),
        }
      : entry,
  );
}

/** Only spans: the receipt of a record says whether it was known already. */
function mayGoTogether(one: Waiting, other: Waiting): boolean {
  return (
    one.source === 'otlp' &&
    other.source === 'otlp' &&
    one.receivedFrom === other.receivedFrom
  );
}
