import type { CostPage, Price } from '@mcp-portal/plugin-mcp-cost-common';

import type { CostScope } from '../access';
import type { BookedPrice } from './BookedPrice';
import type { PriceDraft } from './PriceDraft';

/** Servers whose prices a caller may see: `all`, or these. */
export type VisibleServers = 'all' | ReadonlySet<string>;

export interface PriceListQuery {
  visible: VisibleServers;
  /** Only what holds on this day. */
  at?: number;
  serverRef?: string;
  search?: string;
  limit: number;
  offset: number;
}

/** What a change of the price book did, and what has to follow. */
export interface PriceChange {
  priceId: number;
  /** Of stored usage; missing where there is none to price anew. */
  repricingId?: number;
}

/**
 * Keeps prices. Every change raises the version of the price book in its own
 * transaction, so that no usage is stored with prices that no longer hold.
 */
export interface PriceStore {
  list(scope: CostScope, query: PriceListQuery): Promise<CostPage<Price>>;
  get(scope: CostScope, id: number): Promise<Price | undefined>;
  version(scope: CostScope): Promise<number>;
  /** All that was not taken back, with the version that it is. */
  booked(scope: CostScope): Promise<{ version: number; prices: BookedPrice[] }>;
  /**
   * @throws ConflictError when the same has a price from that day on, or
   *   already costs that, or is priced in the config
   */
  add(scope: CostScope, draft: PriceDraft): Promise<PriceChange>;
  /**
   * Takes a price back, as if it had never been.
   *
   * @throws NotFoundError when there is none
   * @throws ConflictError when it comes from the config, or usage that it
   *   priced is no longer kept
   */
  remove(scope: CostScope, id: number): Promise<PriceChange>;
  /**
   * Makes the config's prices those that it has. What it no longer has ends
   * tomorrow: that a line is gone says nothing about the past.
   */
  sync(scope: CostScope, drafts: readonly PriceDraft[]): Promise<PriceChange[]>;
}
