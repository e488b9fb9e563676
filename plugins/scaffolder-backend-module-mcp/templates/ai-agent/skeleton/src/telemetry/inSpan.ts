import {
  SpanStatusCode,
  type Attributes,
  type Span,
  type SpanKind,
  type Tracer,
} from '@opentelemetry/api';

import { ATTR } from './attributes.js';

/** Runs something in a span, which ends with it and tells whether it failed. */
export function inSpan<T>(
  tracer: Tracer,
  span: { name: string; kind: SpanKind; attributes: Attributes },
  run: (span: Span) => Promise<T>,
): Promise<T> {
  const { name, ...options } = span;
  return tracer.startActiveSpan(name, options, async active => {
    try {
      return await run(active);
    } catch (error) {
      // The kind of error, never its message: that may hold what people wrote.
      markFailed(active, error instanceof Error ? error.name : 'error');
      throw error;
    } finally {
      active.end();
    }
  });
}

/** Marks a span as failed. */
export function markFailed(span: Span, errorType: string): void {
  span.setAttribute(ATTR.errorType, errorType);
  span.setStatus({ code: SpanStatusCode.ERROR });
}
