import { trace, type Tracer } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  BatchSpanProcessor,
  NodeTracerProvider,
} from '@opentelemetry/sdk-trace-node';

import { AGENT } from '../agentIdentity.js';
import { ATTR } from './attributes.js';

export interface Telemetry {
  tracer: Tracer;
  /** Sends what is left, and ends. */
  stop(): Promise<void>;
}

/**
 * Sends traces where OTEL_EXPORTER_OTLP_ENDPOINT says, with the headers of
 * OTEL_EXPORTER_OTLP_HEADERS: the exporter reads both itself. Without an
 * endpoint nothing is sent.
 */
export function startTelemetry(
  env: NodeJS.ProcessEnv = process.env,
): Telemetry {
  if (!env.OTEL_EXPORTER_OTLP_ENDPOINT) {
    return { tracer: trace.getTracer(AGENT.name), stop: async () => {} };
  }
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({
      [ATTR.serviceName]: AGENT.name,
      [ATTR.environment]: env.DEPLOYMENT_ENVIRONMENT ?? 'development',
    }),
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter())],
  });
  provider.register();
  return {
    tracer: provider.getTracer(AGENT.name),
    // What could not be sent must not make a good answer fail.
    stop: () =>
      provider.shutdown().catch((error: unknown) => {
        process.stderr.write(`Telemetry was not sent: ${String(error)}\n`);
      }),
  };
}
