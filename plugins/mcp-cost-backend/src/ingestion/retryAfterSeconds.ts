import { ServiceUnavailableError } from '@backstage/errors';

import { TooManyRequestsError } from './TooManyRequestsError';

/** Databases take about that long to start again. */
const WHEN_UNAVAILABLE = 5;

/** After how long to send again what failed like this, where that can help. */
export function retryAfterSeconds(error: unknown): number | undefined {
  if (error instanceof TooManyRequestsError) {
    return error.retryAfterSeconds;
  }
  return error instanceof ServiceUnavailableError
    ? WHEN_UNAVAILABLE
    : undefined;
}
