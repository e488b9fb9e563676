import type { PriceSubject } from '@mcp-portal/plugin-mcp-cost-common';

/** Amounts as people write them: decimal text, checked, without needless places. */
export type DraftAmounts =
  | { perUnit: string }
  | {
      inputPerMillion: string;
      cachedInputPerMillion?: string;
      outputPerMillion: string;
    };

/** A price that is checked, and not kept yet. */
export interface PriceDraft {
  subject: PriceSubject;
  amounts: DraftAmounts;
  /** Days since 1970. */
  validFrom: number;
  note?: string;
}
