export type { Answer, ContractAsker, ServerToAsk } from './ContractAsker';
export { createContractAsker } from './createContractAsker';
