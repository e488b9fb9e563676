import { TooManyRequestsError } from './TooManyRequestsError';

/** Takes and gives back a part of what may be in flight. */
export interface Share {
  /** @throws TooManyRequestsError when there is no room for so much more */
  take(amount: number): void;
  /** Gives back all that was taken. */
  release(): void;
}

/**
 * Bounds what is in flight at once, in bytes or in records, so that memory is
 * bounded too. Nobody gets more than half of it: the others still get in. What is
 * alone is let in, whatever it takes: else it would never be.
 */
export class InFlight {
  readonly #limit: number;
  readonly #retryAfterSeconds: () => number;
  readonly #bySender = new Map<string, number>();
  #total = 0;

  constructor(options: { limit: number; retryAfterSeconds: () => number }) {
    this.#limit = options.limit;
    this.#retryAfterSeconds = options.retryAfterSeconds;
  }

  get total(): number {
    return this.#total;
  }

  share(sender: string): Share {
    let taken = 0;
    return {
      take: amount => {
        const its = (this.#bySender.get(sender) ?? 0) + amount;
        const isAlone = this.#total === taken;
        if (
          !isAlone &&
          (this.#total + amount > this.#limit || its > this.#limit / 2)
        ) {
          throw new TooManyRequestsError(this.#retryAfterSeconds());
        }
        taken += amount;
        this.#add(sender, amount);
      },
      release: () => {
        this.#add(sender, -taken);
        taken = 0;
      },
    };
  }

  #add(sender: string, amount: number): void {
    const its = (this.#bySender.get(sender) ?? 0) + amount;
    this.#total += amount;
    if (its === 0) {
      this.#bySender.delete(sender);
    } else {
      this.#bySender.set(sender, its);
    }
  }
}
