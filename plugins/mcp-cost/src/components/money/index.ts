export { partOf, shownChange, shownShare } from './change';
export { Money } from './Money';
export {
  decimalOf,
  drawnAmount,
  exactMoney,
  shortMoney,
  shownMoney,
} from './shownMoney';
export { useCurrency } from './useCurrency';
