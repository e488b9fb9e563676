/**
 * That a body is in a form that is not read. Name and status are what
 * Backstage's error handler makes the answer of.
 */
export class UnsupportedMediaTypeError extends Error {
  readonly name = 'UnsupportedMediaTypeError';
  readonly statusCode = 415;
}
