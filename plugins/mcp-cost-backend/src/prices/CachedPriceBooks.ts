import { systemScope } from '../access';
import { IndexedPriceBook } from './IndexedPriceBook';
import type { PriceBook, PriceBooks } from './PriceBook';
import type { PriceStore } from './PriceStore';

/**
 * Keeps the newest price book that it knows. Nobody has to tell it of changes:
 * storing usage with an older one fails, and asks for a refresh.
 */
export class CachedPriceBooks implements PriceBooks {
  readonly #store: PriceStore;
  #book: Promise<PriceBook> | undefined;
  /** Of the book that is kept, or being read. */
  #version = -1;

  constructor(options: { store: PriceStore }) {
    this.#store = options.store;
  }

  async current(): Promise<PriceBook> {
    return this.#book ?? this.refresh();
  }

  async refresh(): Promise<PriceBook> {
    const version = await this.#store.version(systemScope('price-book'));
    if (!this.#book || version > this.#version) {
      this.#keep(version, this.#read());
    }
    return this.#book!;
  }

  #keep(version: number, reading: Promise<PriceBook>): void {
    this.#version = version;
    this.#book = reading;
    reading.catch(() => {
      // Another may have begun since; that one is kept.
      if (this.#book === reading) {
        this.#book = undefined;
      }
    });
  }

  async #read(): Promise<PriceBook> {
    return new IndexedPriceBook(
      await this.#store.booked(systemScope('price-book')),
    );
  }
}
