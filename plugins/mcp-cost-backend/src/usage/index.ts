export type { Attribution } from './Attribution';
export { DatabaseUsageStore } from './DatabaseUsageStore';
export { eventKey } from './eventKey';
export type {
  AttributedUsage,
  BatchSource,
  EntryMeasures,
  PricedUsage,
  SpanLayer,
  SpanLink,
} from './UsageEntry';
export type { AppendResult, NewBatch, UsageStore } from './UsageStore';
export { StalePricesError } from './UsageStore';
