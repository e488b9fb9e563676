import type { ReadableSpan, SpanExporter } from '@opentelemetry/sdk-trace-node';

type ResultCallback = Parameters<SpanExporter['export']>[1];

/** Remembers how exports ended: the SDK itself only logs it. */
export class ReportingExporter implements SpanExporter {
  readonly #target: SpanExporter;
  #sent = 0;
  #failed = 0;
  #problem?: Error;

  constructor(target: SpanExporter) {
    this.#target = target;
  }

  /** Spans that were taken. */
  get sent(): number {
    return this.#sent;
  }

  /** Spans that were lost. */
  get failed(): number {
    return this.#failed;
  }

  /** Why the last export that failed did. */
  get problem(): Error | undefined {
    return this.#problem;
  }

  export(spans: ReadableSpan[], done: ResultCallback): void {
    this.#target.export(spans, result => {
      if (result.error) {
        this.#failed += spans.length;
        this.#problem = result.error;
      } else {
        this.#sent += spans.length;
      }
      done(result);
    });
  }

  async forceFlush(): Promise<void> {
    await this.#target.forceFlush?.();
  }

  shutdown(): Promise<void> {
    return this.#target.shutdown();
  }
}
