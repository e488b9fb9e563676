import type { PriceSubject } from '@mcp-portal/plugin-mcp-cost-common';

/** Nano-units for each of what is priced. */
export type BookedAmounts =
  | { perUnit: bigint }
  | {
      inputPerMillion: bigint;
      cachedInputPerMillion: bigint;
      outputPerMillion: bigint;
    };

/** A price as it is computed with. */
export interface BookedPrice {
  id: number;
  subject: PriceSubject;
  amounts: BookedAmounts;
  /** Days since 1970. */
  validFrom: number;
  /** First day on which it no longer holds; missing: it goes on. */
  validTo?: number;
}
