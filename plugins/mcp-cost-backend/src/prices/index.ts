export type { PriceBook, PriceBooks, Priced } from './PriceBook';
