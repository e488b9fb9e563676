import type { Foundation } from '../Foundation';
import { addTracesRoute } from '../otlp/addTracesRoute';
import { readRetentionDays } from '../retention';
import { addRecordsRoute } from './addRecordsRoute';
import { InFlight } from './InFlight';
import { readIngestionConfig } from './readIngestionConfig';

/** About how long a body takes to be read. */
const RETRY_AFTER_SECONDS = 2;

/** The ways in: traces of OpenTelemetry, and records. */
export async function addIngestion(foundation: Foundation): Promise<void> {
  const { config, httpRouter, ingestion, keys, logger, now, router } =
    foundation;
  const { maxAgeDays, maxBodyBytes, maxBytesInFlight } =
    readIngestionConfig(config);
  const wayIn = {
    keys,
    ingestion,
    bodies: new InFlight({
      limit: maxBytesInFlight,
      retryAfterSeconds: () => RETRY_AFTER_SECONDS,
    }),
    maxBodyBytes,
    // What is older would be deleted before it is looked at.
    maxAgeDays: Math.min(maxAgeDays, readRetentionDays(config)),
    now,
  };
  addTracesRoute(router, { ...wayIn, logger });
  addRecordsRoute(router, wayIn);
  // They take service keys, which Backstage does not know.
  httpRouter.addAuthPolicy({ path: '/v1/traces', allow: 'unauthenticated' });
  httpRouter.addAuthPolicy({ path: '/usage', allow: 'unauthenticated' });
}
