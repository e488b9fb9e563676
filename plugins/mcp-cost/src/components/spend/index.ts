export { SPEND_MEASURES, type SpendMeasure } from './spendLines';
export { SpendSection } from './SpendSection';
