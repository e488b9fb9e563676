/**
 * That more is on its way than is taken in at once. Name and status are what
 * Backstage's error handler makes the answer of.
 */
export class TooManyRequestsError extends Error {
  readonly name = 'TooManyRequestsError';
  readonly statusCode = 429;
  readonly retryAfterSeconds: number;

  constructor(retryAfterSeconds: number) {
    super(
      `More usage is on its way than is taken in at once; send it again in ${retryAfterSeconds} s.`,
    );
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
