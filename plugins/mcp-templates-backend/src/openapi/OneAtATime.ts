import { ServiceUnavailableError } from '@backstage/errors';

/**
 * Runs work in turn. To read a large document takes the process a second or
 * more: many at once would leave nothing for others between them.
 */
export class OneAtATime {
  readonly #maxWaiting: number;
  #waiting = 0;
  #last: Promise<unknown> = Promise.resolve();

  constructor(maxWaiting = 20) {
    this.#maxWaiting = maxWaiting;
  }

  /** @throws ServiceUnavailableError when too many wait already. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.#waiting >= this.#maxWaiting) {
      throw new ServiceUnavailableError(
        'Too many OpenAPI documents are being read at once. Try again in a few seconds.',
      );
    }
    this.#waiting += 1;
    const turn = this.#last.then(letOthersIn).then(work);
    this.#last = turn.catch(() => undefined);
    try {
      return await turn;
    } finally {
      this.#waiting -= 1;
    }
  }
}

function letOthersIn(): Promise<void> {
  return new Promise(resolve => setImmediate(resolve));
}
