/**
 * That a body is larger than what is read. The name and the status are what
 * Backstage's error handler makes the answer of.
 * @public
 */
export class PayloadTooLargeError extends Error {
  readonly name = 'PayloadTooLargeError';
  readonly statusCode = 413;
}
