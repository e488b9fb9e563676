import type { Nanos } from '../money';

/**
 * What a price is for.
 * @public
 */
export type PriceSubject =
  /** Each call of a server's tool; without `tool`, of all its tools. */
  | { kind: 'tool-call'; serverRef: string; tool?: string }
  /**
   * Tokens of a model. `model` is a name, or the start of one with `*` at its
   * end; the longest match counts.
   */
  | { kind: 'model-tokens'; model: string; provider?: string }
  /** Each hour that a server is hosted, as reported. */
  | { kind: 'hosting-hour'; serverRef: string }
  /** A month of hosting, shared among the server's users by use. */
  | { kind: 'hosting-month'; serverRef: string }
  /** One of any other unit. */
  | { kind: 'unit'; unit: string; serverRef?: string };

/**
 * What one unit costs. Amounts are decimal text in the portal's currency, with
 * at most nine places; tokens are priced per million.
 * @public
 */
export type PriceAmounts =
  | { perUnit: string }
  | {
      inputPerMillion: string;
      /** Input from a cache; as other input, where it isn't said. */
      cachedInputPerMillion?: string;
      outputPerMillion: string;
    };

/** @public */
export interface PriceRequest {
  subject: PriceSubject;
  amounts: PriceAmounts;
  /** First day, `YYYY-MM-DD`, UTC. */
  validFrom: string;
  /** Why; kept with the price. */
  note?: string;
}

/**
 * What something costs from a day on, until the next price for the same.
 * @public
 */
export interface Price extends PriceRequest {
  id: number;
  /** First day on which it no longer holds. */
  validTo?: string;
  source: 'config' | 'api';
  createdBy: string;
  createdAt: string;
  /** What it was made to cost after the fact. */
  repricing?: Repricing;
}

/**
 * What a changed price did to usage that was stored already.
 * @public
 */
export interface Repricing {
  id: number;
  priceId: number;
  state: 'running' | 'done' | 'failed';
  /** First day whose usage it touches. */
  from: string;
  events: number;
  /** How many of them are looked at so far. */
  done: number;
  costBeforeNanos: Nanos;
  costAfterNanos: Nanos;
  by: string;
  startedAt: string;
  finishedAt?: string;
  error?: string;
}

/** Something used that nothing has a price for. @public */
export interface UnpricedUsage {
  subject: PriceSubject;
  events: number;
  since: string;
}
