import { ResponseError } from '@backstage/errors';

/**
 * What went wrong, as pages tell it. The client throws a `ResponseError`, which
 * says no more than the HTTP status; the backend's own name and message for the
 * problem are in its cause.
 * @public
 */
export function readProblem(reason: unknown): Error {
  if (reason instanceof ResponseError) {
    return reason.cause;
  }
  return reason instanceof Error ? reason : new Error(String(reason));
}
