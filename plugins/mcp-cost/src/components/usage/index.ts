export { ChangeWord } from './ChangeWord';
export { CostOf } from './CostOf';
export { CostShare } from './CostShare';
export {
  DIMENSION_WORDS,
  filterValue,
  UNATTRIBUTED,
  valueName,
  type NoneWords,
} from './dimensionWords';
export { errorRate, nothingPriced, shownTokens, sumOf } from './measures';
export { ShareBar } from './ShareBar';
export { ValueName } from './ValueName';
