export { createRollups } from './createRollups';
export type { RollupRunner, RollupWriter } from './RollupWriter';
export type {
  UsageQuery,
  UsageReader,
  UsageRow,
  UsageSums,
} from './UsageReader';
