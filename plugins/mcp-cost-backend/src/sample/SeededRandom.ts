import { createHash } from 'node:crypto';

/**
 * Numbers that look random and are the same for the same seed, so that the same
 * sample usage is made again after a restart, and counts once.
 */
export class SeededRandom {
  #state: number;

  constructor(seed: string) {
    this.#state = createHash('sha256').update(seed).digest().readUInt32LE(0);
  }

  /** From 0 to below 1, evenly: mulberry32. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) % 2 ** 32;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  isHit(probability: number): boolean {
    return this.next() < probability;
  }

  /** Around 1: half of them below, a long tail above. */
  logNormal(spread: number): number {
    return Math.exp(spread * this.normal());
  }

  /** Around 0, by Box and Muller. */
  normal(): number {
    const radius = Math.sqrt(-2 * Math.log(1 - this.next()));
    return radius * Math.cos(2 * Math.PI * this.next());
  }

  /** A whole number whose mean is `mean`. */
  count(mean: number): number {
    const whole = Math.floor(mean);
    return whole + (this.isHit(mean - whole) ? 1 : 0);
  }

  pick<T>(values: readonly T[]): T {
    return values[Math.floor(this.next() * values.length)];
  }
}
