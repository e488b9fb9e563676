import { context, type Tracer, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import {
  detectResources,
  envDetector,
  resourceFromAttributes,
} from '@opentelemetry/resources';
import {
  BatchSpanProcessor,
  type SpanProcessor,
  TracerProvider,
} from '@opentelemetry/sdk-trace';

import { identity } from '../config/identity.js';

export interface Tracing {
  tracer: Tracer;
  /** Sends what is left. */
  shutdown(): Promise<void>;
}

/**
 * OpenTelemetry traces, where OTEL_EXPORTER_OTLP_ENDPOINT says where to. The
 * exporter reads that and OTEL_EXPORTER_OTLP_HEADERS, which has the key, itself.
 */
export function startTracing(
  env: NodeJS.ProcessEnv,
  processor: SpanProcessor | undefined = exporting(env),
): Tracing {
  context.setGlobalContextManager(
    new AsyncLocalStorageContextManager().enable(),
  );
  if (processor === undefined) {
    const tracer = trace.getTracer(identity.name, identity.version);
    return { tracer, shutdown: () => Promise.resolve() };
  }
  const provider = new TracerProvider({
    resource: resourceFromAttributes({
      'service.name': identity.name,
      'service.version': identity.version,
      'deployment.environment.name':
        env.DEPLOYMENT_ENVIRONMENT ?? 'development',
      // Last, so that OTEL_RESOURCE_ATTRIBUTES wins.
    }).merge(detectResources({ detectors: [envDetector] })),
    spanProcessors: [processor],
  });
  return {
    tracer: provider.getTracer(identity.name, identity.version),
    shutdown: () => provider.shutdown(),
  };
}

function exporting(env: NodeJS.ProcessEnv): SpanProcessor | undefined {
  const isAsked = [
    env.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT,
    env.OTEL_EXPORTER_OTLP_ENDPOINT,
  ].some(Boolean);
  return isAsked && env.OTEL_SDK_DISABLED !== 'true'
    ? new BatchSpanProcessor({ exporter: new OTLPTraceExporter() })
    : undefined;
}
