import { ResponseError } from '@backstage/errors';

/** An answer 409 as the client throws it, with details. */
export function conflict(message: string, details: unknown): ResponseError {
  const body = {
    error: { name: 'ConflictError', message, details },
    request: { method: 'POST', url: '' },
    response: { statusCode: 409 },
  };
  // The class can't be built by hand, only read from a response.
  return Object.setPrototypeOf(
    Object.assign(new Error(`Request failed with 409 Conflict: ${message}`), {
      body,
      cause: Object.assign(new Error(message), { name: 'ConflictError' }),
      statusCode: 409,
      statusText: 'Conflict',
    }),
    ResponseError.prototype,
  ) as ResponseError;
}
