import type { Attribution } from './Attribution';

/** Which of the spans of one call it is; see the events' `layer` column. */
export type SpanLayer = 'tool' | 'client' | 'server';

export interface SpanLink {
  /** 32 hex digits, lower case. */
  traceId: string;
  /** 16 hex digits, lower case. */
  spanId: string;
  parentSpanId?: string;
  /** Missing for spans that are no tool call, such as a model's. */
  layer?: SpanLayer;
}

/** What an event counts. Integers; tokens without a cache's are `inputTokens`. */
export interface EntryMeasures {
  isCall: boolean;
  isError: boolean;
  errorType?: string;
  durationUs?: number;
  inputTokens: number;
  cachedInputTokens: number;
  outputTokens: number;
  /** In billionths of the attribution's unit. */
  quantityNanos: bigint;
}

/**
 * A usage event that is attributed, and not priced yet.
 */
export interface AttributedUsage {
  /** Names it within its team and source, for ever; see `eventKey`. */
  key: string;
  revision: number;
  occurredAtMs: number;
  attribution: Attribution;
  measures: EntryMeasures;
  span?: SpanLink;
  /** Key of the event, in the same batch, that counts for this one's call. */
  replacedBy?: string;
  /** A cost that is known already, as of a bill's line; else a price makes it. */
  costNanos?: bigint;
}

/** The same, ready to be stored. */
export interface PricedUsage extends AttributedUsage {
  /** Missing: nothing has a price for it. */
  costNanos?: bigint;
  priceId?: number;
}

/** Where a batch comes from. */
export type BatchSource = 'otlp' | 'usage' | 'focus' | 'hosting' | 'sample';
