export { createFeeSharer } from './createFeeSharer';
export { MONTH_SHARE } from './toEntries';
