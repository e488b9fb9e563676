import type { Attribution, EntryMeasures } from '../usage';

export interface Priced {
  /** Missing: nothing has a price for it. */
  costNanos?: bigint;
  priceId?: number;
}

/**
 * All prices at one moment. Without I/O: it is asked for every event.
 */
export interface PriceBook {
  readonly version: number;
  priceOf(
    attribution: Attribution,
    measures: EntryMeasures,
    occurredAtMs: number,
  ): Priced;
}

export interface PriceBooks {
  /** The newest, as far as is known; kept between calls. */
  current(): Promise<PriceBook>;
  /** The newest in the database, read now. */
  refresh(): Promise<PriceBook>;
}
