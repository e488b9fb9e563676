export { createContractLintAction } from './createContractLintAction';
