import type { Dimension, UsageFilter } from './dimensions';
import type { DimensionValue } from './breakdown';
import type { Latency, Measures } from './measures';

/** @public */
export interface QualityQuery extends UsageFilter {
  /** Of servers by default. */
  by?: Extract<Dimension, 'server' | 'agent' | 'model' | 'tool'>;
  limit?: number;
  offset?: number;
}

/** How well one server, agent, model or tool works. @public */
export interface QualityRow {
  value: DimensionValue;
  measures: Measures;
  latency?: Latency;
  previous?: Measures;
  /** Errors of calls, from 0 to 1. */
  errorRate: number;
  /** Its part of all errors in view, from 0 to 1. */
  shareOfErrors: number;
  /**
   * Who has trouble with it: of a server the agents, of an agent the servers,
   * those with most errors first.
   */
  troubles: { value: DimensionValue; calls: number; errors: number }[];
}

/** @public */
export interface Quality {
  items: QualityRow[];
  totalItems: number;
  total: Measures;
  /** Sentences that say what stands out, such as one server behind three agents' errors. */
  findings: QualityFinding[];
  sample: boolean;
}

/** One server behind the troubles of several agents. @public */
export interface QualityFinding {
  server: DimensionValue;
  agents: DimensionValue[];
  errors: number;
  /** Its part of those agents' errors, from 0 to 1. */
  share: number;
}
