import { InputError } from '@backstage/errors';
import { divideRounded } from '@mcp-portal/plugin-mcp-cost-common';

import type { CostScope } from '../access';
import type { CatalogDirectory } from '../catalog';
import type { PriceBooks } from '../prices';
import { StalePricesError, UsageStore } from '../usage';
import { ChargeAttributor } from './ChargeAttributor';
import { ChargeBatch, ChargeBatcher } from './ChargeBatcher';
import { FocusHeader } from './FocusHeader';
import type { FocusImportStore, FocusProgress } from './FocusImportStore';
import type { FocusOptions } from './FocusOptions';
import { AMOUNT_PLACES } from './parseFocusAmount';
import { readCharge } from './readCharge';
import { readFocusRows } from './readFocusRows';

const MAX_REFUSALS = 100;
const ATTEMPTS = 5;
/** From what amounts are read with to nano-units. */
const ROUNDING = 10n ** BigInt(AMOUNT_PLACES - 9);

/**
 * Reads a bill from a file: stages its charges, then lets them count all at
 * once. What fails in between leaves everything as it was.
 */
export class FocusImporter {
  readonly #store: FocusImportStore;
  readonly #usage: UsageStore;
  readonly #priceBooks: PriceBooks;
  readonly #directory: CatalogDirectory;
  readonly #options: FocusOptions;
  readonly #currency: string;
  readonly #now: () => Date;

  constructor(options: {
    store: FocusImportStore;
    usage: UsageStore;
    priceBooks: PriceBooks;
    directory: CatalogDirectory;
    focusOptions: FocusOptions;
    currency: string;
    now: () => Date;
  }) {
    this.#store = options.store;
    this.#usage = options.usage;
    this.#priceBooks = options.priceBooks;
    this.#directory = options.directory;
    this.#options = options.focusOptions;
    this.#currency = options.currency;
    this.#now = options.now;
  }

  /** @throws InputError, ConflictError when nothing of it can count */
  async import(
    scope: CostScope,
    importId: string,
    path: string,
  ): Promise<void> {
    const progress = noProgress();
    const batcher = new ChargeBatcher();
    try {
      await this.#read(scope, { importId, path, progress, batcher });
      await this.#stage(scope, importId, batcher, progress);
    } finally {
      await this.#store.progress(scope, importId, progress);
    }
    if (progress.rowsAccepted === 0) {
      throw new InputError(
        progress.rowsRefused > 0
          ? 'No row could be taken; see why. What was there before counts.'
          : 'The bill has no rows. What was there before counts.',
      );
    }
    await this.#store.takeEffect(scope, importId, batcher.bills);
  }

  async #read(
    scope: CostScope,
    options: {
      importId: string;
      path: string;
      progress: FocusProgress;
      batcher: ChargeBatcher;
    },
  ): Promise<void> {
    const { importId, path, progress, batcher } = options;
    const keptFromDay = await this.#store.keptFrom(scope);
    const reading = {
      attributor: new ChargeAttributor(
        await this.#directory.current(),
        this.#options,
      ),
      currency: this.#currency,
      keptFromDay,
      nowMs: this.#now().getTime(),
    };
    let header: FocusHeader | undefined;
    let untied = 0n;
    const lines = readFocusRows({
      path,
      onBytes: count => {
        progress.bytesRead = count;
      },
    });
    for await (const line of lines) {
      if (!header) {
        header = new FocusHeader(line.row);
        progress.version = header.version;
        continue;
      }
      progress.rowsRead += 1;
      try {
        const charge = readCharge(header, line.row, reading);
        batcher.add(charge);
        untied += charge.isTied ? 0n : charge.amount;
        progress.unattributedNanos = divideRounded(untied, ROUNDING);
        progress.rowsAccepted += 1;
      } catch (error) {
        refuse(progress, line.line, error);
      }
      if (batcher.isFull) {
        await this.#stage(scope, importId, batcher, progress);
        await this.#store.progress(scope, importId, progress);
      }
    }
    if (!header) {
      throw new InputError('The file is empty.');
    }
  }

  async #stage(
    scope: CostScope,
    importId: string,
    batcher: ChargeBatcher,
    progress: FocusProgress,
  ): Promise<void> {
    for (const batch of batcher.flush()) {
      if (!batch.bill.isKnown) {
        await this.#store.addBill(scope, importId, batch.bill);
        batch.bill.isKnown = true;
      }
      await this.#append(scope, batch);
    }
    progress.costNanos = batcher.bills.reduce(
      (sum, { costNanos }) => sum + costNanos,
      0n,
    );
  }

  /** Charges have their cost already, but are stored like all else. */
  async #append(scope: CostScope, batch: ChargeBatch): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      const { version } = await this.#priceBooks.refresh();
      try {
        await this.#usage.append(scope, {
          source: 'focus',
          receivedFrom: scope.actor,
          receivedAtMs: this.#now().getTime(),
          priceVersion: version,
          entries: batch.entries,
          importId: batch.bill.id,
        });
        return;
      } catch (error) {
        if (!(error instanceof StalePricesError) || attempt === ATTEMPTS) {
          throw error;
        }
      }
    }
  }
}

function noProgress(): FocusProgress {
  return {
    bytesRead: 0,
    rowsRead: 0,
    rowsAccepted: 0,
    rowsRefused: 0,
    refusals: [],
    costNanos: 0n,
    unattributedNanos: 0n,
  };
}

/** Only what is wrong with the row is its fault. */
function refuse(progress: FocusProgress, line: number, error: unknown): void {
  if (!(error instanceof InputError)) {
    throw error;
  }
  progress.rowsRefused += 1;
  if (progress.refusals.length < MAX_REFUSALS) {
    progress.refusals.push({ line, message: error.message });
  }
}
