export { createRollups } from './createRollups';
export { attributionsSeen, monthsOf, Sight } from './reading';
export type { RollupRunner, RollupWriter } from './RollupWriter';
export type {
  LatencySums,
  UsageQuery,
  UsageReader,
  UsageRow,
  UsageSums,
} from './UsageReader';
