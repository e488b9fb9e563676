import type { Tracer } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import { CompressionAlgorithm } from '@opentelemetry/otlp-exporter-base';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  BatchSpanProcessor,
  NodeTracerProvider,
  type SpanExporter,
} from '@opentelemetry/sdk-trace-node';

import { ATTR } from './attributes';
import { ReportingExporter } from './ReportingExporter';

const SOURCE = '@mcp-portal/sample-agent';
/** Soon enough to see each round on the page. */
const EXPORT_EVERY_MS = 2_000;

export interface Telemetry {
  tracer: Tracer;
  /** What became of the spans so far. */
  exporter: ReportingExporter;
  /** Sends what there is. */
  flush(): Promise<void>;
  /** Sends what is left, and ends. */
  stop(): Promise<void>;
}

/** OpenTelemetry as any agent sets it up: batches, over OTLP, to the portal. */
export function startTelemetry(options: {
  /** Where traces go: the whole URL. */
  url: string;
  /** A service key with the scope `ingest`. */
  key: string;
  serviceName: string;
  environment: string;
}): Telemetry {
  const { url, key } = options;
  return startTelemetryWith(
    new OTLPTraceExporter({
      url,
      headers: { authorization: `Bearer ${key}` },
      compression: CompressionAlgorithm.GZIP,
    }),
    options,
  );
}

export function startTelemetryWith(
  target: SpanExporter,
  options: { serviceName: string; environment: string },
): Telemetry {
  const exporter = new ReportingExporter(target);
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({
      [ATTR.serviceName]: options.serviceName,
      [ATTR.environment]: options.environment,
    }),
    spanProcessors: [
      new BatchSpanProcessor(exporter, {
        scheduledDelayMillis: EXPORT_EVERY_MS,
      }),
    ],
  });
  provider.register();
  return {
    tracer: provider.getTracer(SOURCE),
    exporter,
    flush: () => provider.forceFlush(),
    // It fails with what the exporter remembers.
    stop: () => provider.shutdown().catch(() => {}),
  };
}
