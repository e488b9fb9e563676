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
