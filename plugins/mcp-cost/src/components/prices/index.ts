export { DeletePriceDialog } from './DeletePriceDialog';
export { PricesInForce } from './PricesInForce';
export { PriceTable } from './PriceTable';
export { RepricingsSection } from './RepricingsSection';
export { SetPriceDialog } from './SetPriceDialog';
export { UnpricedSection } from './UnpricedSection';
