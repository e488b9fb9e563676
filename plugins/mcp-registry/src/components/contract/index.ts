export { ContractView } from './ContractView';
export { Provenance } from './Provenance';
export { ContractSummary } from './ContractSummary';
