import limitConcurrency from 'p-limit';

/**
 * Does the same work for many who ask for it, without doing it as often: those
 * who ask for one key share the run that has not begun yet. A run that has begun
 * may have read already what they ask for, so they are not given that one. For
 * each key one runs and one waits, however many ask.
 */
export class Turns<T> {
  readonly #limit: ReturnType<typeof limitConcurrency>;
  readonly #running = new Map<string, Promise<unknown>>();
  readonly #waiting = new Map<string, Promise<T>>();

  /** @param concurrency - how many keys are worked on at once */
  constructor(concurrency: number) {
    this.#limit = limitConcurrency(concurrency);
  }

  take(key: string, work: () => Promise<T>): Promise<T> {
    const waiting = this.#waiting.get(key);
    if (waiting) {
      return waiting;
    }
    const before = this.#running.get(key);
    const turn = (async () => {
      await before?.catch(() => undefined);
      return this.#limit(async () => {
        this.#waiting.delete(key);
        this.#running.set(key, turn);
        try {
          return await work();
        } finally {
          this.#running.delete(key);
        }
      });
    })();
    this.#waiting.set(key, turn);
    return turn;
  }
}
