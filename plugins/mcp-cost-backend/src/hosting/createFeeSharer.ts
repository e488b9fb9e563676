import type { Foundation } from '../Foundation';
import { DatabasePriceStore } from '../prices/DatabasePriceStore';
import { DatabaseHostingStore } from './DatabaseHostingStore';
import { FeeSharer } from './FeeSharer';

export function createFeeSharer(foundation: Foundation): FeeSharer {
  return new FeeSharer({
    ...foundation,
    store: new DatabaseHostingStore(foundation),
    prices: new DatabasePriceStore(foundation),
  });
}
