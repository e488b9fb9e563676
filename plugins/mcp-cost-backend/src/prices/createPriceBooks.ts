import type { Knex } from 'knex';

import { CachedPriceBooks } from './CachedPriceBooks';
import { DatabasePriceStore } from './DatabasePriceStore';
import type { PriceBooks } from './PriceBook';

/** The price books of the plugin's database. */
export function createPriceBooks(options: {
  knex: Knex;
  now: () => Date;
}): PriceBooks {
  return new CachedPriceBooks({ store: new DatabasePriceStore(options) });
}
