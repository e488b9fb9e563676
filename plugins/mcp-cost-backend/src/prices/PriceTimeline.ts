import type { BookedPrice } from './BookedPrice';

/** The prices of one subject, one after the other. */
export class PriceTimeline {
  readonly #prices: BookedPrice[] = [];

  /** The prices may come in any order; no two begin on the same day. */
  add(price: BookedPrice): void {
    this.#prices.push(price);
    this.#prices.sort((a, b) => a.validFrom - b.validFrom);
  }

  /** What holds on a day. */
  at(day: number): BookedPrice | undefined {
    // From the newest: that is what nearly all usage asks for.
    for (let index = this.#prices.length - 1; index >= 0; index--) {
      const price = this.#prices[index];
      if (price.validFrom <= day) {
        return price.validTo === undefined || day < price.validTo
          ? price
          : undefined;
      }
    }
    return undefined;
  }
}
