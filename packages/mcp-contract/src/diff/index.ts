export type { ChangeRule } from './rule';
export {
  CHANGE_CLASSES,
  type Bump,
  type Change,
  type ChangeClass,
  type ChangePlace,
  type ContractDiff,
  type Verdict,
} from './change';
export { CHANGE_RULES } from './changeRules';
export { compareContracts } from './compareContracts';
export { checkSeverities, type CompareOptions } from './compareOptions';
export { requiredBump } from './verdict';
