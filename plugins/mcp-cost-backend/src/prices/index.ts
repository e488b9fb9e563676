export { createPriceBooks } from './createPriceBooks';
export { DatabasePriceStore } from './DatabasePriceStore';
export type { PriceBook, PriceBooks, Priced } from './PriceBook';
export type { PriceStore } from './PriceStore';
