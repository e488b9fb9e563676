import { createHash, randomUUID } from 'node:crypto';

import type { CostScope } from '../access';
import type { CatalogDirectory, CatalogSnapshot } from '../catalog';
import type { PriceBooks, PriceStore } from '../prices';
import type { BookedPrice } from '../prices/BookedPrice';
import type { RepricingJob, RepricingProgress } from '../prices/RepricingStore';
import { dayOf } from '../time/days';
import { addMonths, monthOf } from '../time/months';
import { StalePricesError, UsageStore } from '../usage';
import { accrueFee } from './accrueFee';
import type {
  HostingStore,
  KeptShares,
  Payer,
  ServerUse,
} from './HostingStore';
import { DayShare, shareMonth } from './shareMonth';
import { toEntries } from './toEntries';

/** A fee that began long before the portal did is not charged for all that time. */
const MAX_MONTHS_BACK = 13;
const BATCH = 2_000;
/** How long another replica may take to put in place what it staged. */
const STAGED_FOR_MS = 6 * 3_600_000;
const ATTEMPTS = 3;

/**
 * Shares monthly fees of hosting among those who use the servers, and shares them
 * again when use, late events or prices have moved the shares.
 */
export class FeeSharer {
  readonly #store: HostingStore;
  readonly #prices: PriceStore;
  readonly #priceBooks: PriceBooks;
  readonly #usage: UsageStore;
  readonly #directory: CatalogDirectory;
  readonly #now: () => Date;

  constructor(options: {
    store: HostingStore;
    prices: PriceStore;
    priceBooks: PriceBooks;
    usage: UsageStore;
    directory: CatalogDirectory;
    now: () => Date;
  }) {
    this.#store = options.store;
    this.#prices = options.prices;
    this.#priceBooks = options.priceBooks;
    this.#usage = options.usage;
    this.#directory = options.directory;
    this.#now = options.now;
  }

  /** Shares what has moved, of all servers with a fee. */
  async shareAll(scope: CostScope, signal?: AbortSignal): Promise<void> {
    const nowMs = this.#now().getTime();
    for (const id of await this.#store.leftStaged(
      scope,
      nowMs - STAGED_FOR_MS,
    )) {
      await this.#store.discard(scope, id);
    }
    await this.#share(scope, { signal });
  }

  /** Shares what a changed fee has moved, and tells what that did. */
  async shareForJob(
    scope: CostScope,
    job: RepricingJob,
  ): Promise<RepricingProgress> {
    const serverRef = job.price.server_ref;
    const before = await this.#totalOf(scope, serverRef, job.fromDay);
    await this.#share(scope, { serverRef });
    const after = await this.#totalOf(scope, serverRef, job.fromDay);
    return {
      done: after.events,
      costBeforeNanos: before.costNanos,
      costAfterNanos: after.costNanos,
    };
  }

  async #totalOf(scope: CostScope, serverRef: string, fromDay: number) {
    const shares = await this.#store.shares(scope, monthOf(fromDay));
    const own = shares.filter(kept => kept.serverRef === serverRef);
    return {
      events: own.reduce((sum, { events }) => sum + events, 0),
      costNanos: own.reduce((sum, { costNanos }) => sum + costNanos, 0n),
    };
  }

  async #share(
    scope: CostScope,
    options: { serverRef?: string; signal?: AbortSignal },
  ): Promise<void> {
    const { serverRef, signal } = options;
    const today = dayOf(this.#now().getTime());
    const first = await this.#firstMonth(scope, today);
    const catalog = await this.#directory.current();
    const fees = await this.#fees(scope, serverRef);
    const kept = (await this.#store.shares(scope, first)).filter(
      shares => serverRef === undefined || shares.serverRef === serverRef,
    );
    for (
      let month = first;
      month <= today && !signal?.aborted;
      month = addMonths(month, 1)
    ) {
      const old = new Map(
        kept
          .filter(shares => shares.month === month)
          .map(shares => [shares.serverRef, shares]),
      );
      const refs = [...new Set([...fees.keys(), ...old.keys()])];
      const uses = await this.#store.use(scope, month, refs);
      for (const ref of refs) {
        await this.#shareMonth(scope, {
          serverRef: ref,
          month,
          today,
          prices: fees.get(ref) ?? [],
          use: uses.get(ref) ?? [],
          old: old.get(ref),
          catalog,
        });
      }
    }
  }

  /** Months of which events were deleted stay as they are. */
  async #firstMonth(scope: CostScope, today: number): Promise<number> {
    const back = addMonths(monthOf(today), -MAX_MONTHS_BACK);
    const kept = await this.#store.keptFrom(scope);
    if (kept === undefined) {
      return back;
    }
    const keptMonth = monthOf(kept);
    const whole = keptMonth === kept ? kept : addMonths(keptMonth, 1);
    return Math.max(back, whole);
  }

  async #fees(
    scope: CostScope,
    only: string | undefined,
  ): Promise<Map<string, BookedPrice[]>> {
    const fees = new Map<string, BookedPrice[]>();
    for (const price of (await this.#prices.booked(scope)).prices) {
      const { subject } = price;
      if (
        subject.kind === 'hosting-month' &&
        (only === undefined || subject.serverRef === only)
      ) {
        const ofServer = fees.get(subject.serverRef) ?? [];
        ofServer.push(price);
        fees.set(subject.serverRef, ofServer);
      }
    }
    return fees;
  }

  async #shareMonth(
    scope: CostScope,
    options: {
      serverRef: string;
      month: number;
      today: number;
      prices: readonly BookedPrice[];
      use: readonly ServerUse[];
      old?: KeptShares;
      catalog: CatalogSnapshot;
    },
  ): Promise<void> {
    const { serverRef, month, today, prices, use, old, catalog } = options;
    const accrued = accrueFee({ prices, month, untilDay: today + 1 });
    if (accrued.size === 0 && !old) {
      return;
    }
    const payers = new Map(use.map(({ payer }) => [nameOf(payer), payer]));
    const owner = ownerOf(serverRef, catalog);
    payers.set(nameOf(owner), owner);
    const input = {
      accrued,
      calls: new Map(use.map(({ payer, calls }) => [nameOf(payer), calls])),
      owner: nameOf(owner),
    };
    const fingerprint = fingerprintOf(input);
    if (fingerprint === old?.fingerprint) {
      return;
    }
    await this.#put(scope, {
      serverRef,
      month,
      old,
      fingerprint,
      shares: shareMonth(input),
      payers,
    });
  }

  async #put(
    scope: CostScope,
    options: {
      serverRef: string;
      month: number;
      old?: KeptShares;
      fingerprint: string;
      shares: DayShare[];
      payers: ReadonlyMap<string, Payer>;
    },
  ): Promise<void> {
    const { serverRef, month, old, fingerprint, shares, payers } = options;
    const importId = randomUUID();
    const nowMs = this.#now().getTime();
    const entries = toEntries({ serverRef, importId, shares, payers });
    for (let start = 0; start < entries.length; start += BATCH) {
      await this.#append(scope, {
        importId,
        nowMs,
        entries: entries.slice(start, start + BATCH),
      });
    }
    const isReplaced = await this.#store.replace(scope, {
      serverRef,
      month,
      old,
      new:
        shares.length > 0
          ? {
              serverRef,
              month,
              fingerprint,
              importId,
              events: shares.length,
              costNanos: shares.reduce((sum, { amount }) => sum + amount, 0n),
            }
          : undefined,
      nowMs,
    });
    if (!isReplaced) {
      await this.#store.discard(scope, importId);
    }
  }

  /** Shares have their cost already, but are stored like all else. */
  async #append(
    scope: CostScope,
    options: {
      importId: string;
      nowMs: number;
      entries: ReturnType<typeof toEntries>;
    },
  ): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      const { version } = await this.#priceBooks.refresh();
      try {
        await this.#usage.append(scope, {
          source: 'hosting',
          receivedFrom: scope.actor,
          receivedAtMs: options.nowMs,
          priceVersion: version,
          entries: options.entries,
          importId: options.importId,
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

function ownerOf(serverRef: string, catalog: CatalogSnapshot): Payer {
  const ownerRef = catalog.servers.get(serverRef)?.ownerRef ?? '';
  return {
    // Without a team it is nobody's, and shown as such.
    teamRef: catalog.teams.has(ownerRef) ? ownerRef : '',
    agent: '',
    environment: '',
  };
}

function nameOf({ teamRef, agent, environment }: Payer): string {
  return JSON.stringify([teamRef, agent, environment]);
}

function fingerprintOf(input: {
  accrued: ReadonlyMap<number, bigint>;
  calls: ReadonlyMap<string, bigint>;
  owner: string;
}): string {
  const written = [
    [...input.accrued].map(([day, amount]) => `${day}:${amount}`),
    [...input.calls].map(([payer, calls]) => `${payer}:${calls}`).sort(),
    // Who owns it matters only where nobody uses it.
    input.calls.size === 0 ? input.owner : '',
  ];
  return createHash('sha256').update(JSON.stringify(written)).digest('hex');
}
