import { isSpanContextValid, trace } from '@opentelemetry/api';
import { type DestinationStream, type Logger, pino } from 'pino';

import { identity } from '../config/identity.js';

/**
 * Structured logs. They go to standard error: over stdio, standard output
 * belongs to the protocol. Arguments, results and credentials are not logged;
 * what is redacted here is what an error might drag along.
 */
export function createLog(
  level: string,
  destination: DestinationStream = pino.destination({ dest: 2, sync: true }),
): Logger {
  return pino(
    {
      level,
      base: { service: identity.name, version: identity.version },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: label => ({ level: label }) },
      redact: {
        paths: ['headers', 'authorization', 'token', 'password'].flatMap(
          name => [name, `*.${name}`, `*.*.${name}`],
        ),
        censor: '[redacted]',
      },
      mixin() {
        const span = trace.getActiveSpan()?.spanContext();
        return span && isSpanContextValid(span)
          ? { traceId: span.traceId }
          : {};
      },
    },
    destination,
  );
}
