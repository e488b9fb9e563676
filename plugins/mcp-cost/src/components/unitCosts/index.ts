export { UnitCostsSection } from './UnitCostsSection';
