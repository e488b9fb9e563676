import type { Attributes } from './attributes';

/** `SpanKind` of OTLP, as far as it matters here. */
export const SPAN_KIND_SERVER = 2;
export const SPAN_KIND_CLIENT = 3;

/** What is read of a resource; shared by its spans. */
export interface OtlpResource {
  attributes: Attributes;
}

/**
 * What is read of a span, whichever encoding it came in. Ids are hex in lower
 * case, and empty where they were not of the right length.
 */
export interface OtlpSpan {
  traceId: string;
  spanId: string;
  parentSpanId: string;
  kind: number;
  /** Microseconds since 1970; 0 where it wasn't said. */
  startUs: number;
  endUs: number;
  isError: boolean;
  attributes: Attributes;
  resource: OtlpResource;
  /** What makes it unreadable, though the request could be read. */
  problem?: string;
}
