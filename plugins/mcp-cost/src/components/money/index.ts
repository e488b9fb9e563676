export { AmountField, isAmount } from './AmountField';
export { partOf, shownChange, shownShare } from './change';
export { Money } from './Money';
export { drawnAmount, exactMoney, shortMoney, shownMoney } from './shownMoney';
export { useCurrency } from './useCurrency';
