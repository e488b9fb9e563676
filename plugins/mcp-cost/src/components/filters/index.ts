export {
  namedPeriod,
  periodInWords,
  periodQuery,
  shownDays,
  shownPeriod,
  type Period,
} from './period';
export { PeriodPicker } from './PeriodPicker';
export { UsageFilterBar } from './UsageFilterBar';
export {
  useUsageAddress,
  type DimensionFilter,
  type UsageAddress,
} from './useUsageAddress';
