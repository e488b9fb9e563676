import type { UsageEvent } from '../usage';
import type { Dimension, UsageFilter } from './dimensions';
import type { Latency, Measures } from './measures';

/** @public */
export interface BreakdownQuery extends UsageFilter {
  /** One or two. */
  by: Dimension[];
  /** Narrows to rows with a value that has this text. */
  search?: string;
  sort?: 'cost' | 'calls' | 'errors' | 'errorRate' | 'change' | 'name' | 'p95';
  order?: 'asc' | 'desc';
  /** From 1 to 200; 25 by default. */
  limit?: number;
  offset?: number;
  /** With the same rows of the period before. */
  compare?: boolean;
  latency?: boolean;
}

/** A value of a dimension, with how to call it. @public */
export interface DimensionValue {
  /** Missing where the events have none: unattributed, for servers. */
  value?: string;
  /** Title from the catalog. */
  title?: string;
  /** False when the catalog has no such entity. */
  known?: boolean;
}

/** @public */
export interface BreakdownRow {
  /** One for each dimension of the query. */
  values: DimensionValue[];
  measures: Measures;
  previous?: Measures;
  latency?: Latency;
}

/** @public */
export interface Breakdown {
  items: BreakdownRow[];
  totalItems: number;
  total: Measures;
  previousTotal?: Measures;
  sample: boolean;
}

/** The calls behind a number, newest first. @public */
export interface CallQuery extends UsageFilter {
  outcome?: 'ok' | 'error';
  limit?: number;
  /** As an answer gave it. */
  cursor?: string;
}

/** @public */
export interface CallPage {
  items: UsageEvent[];
  nextCursor?: string;
  /** First day whose single calls are still kept; sums go back further. */
  keptFrom: string;
}
