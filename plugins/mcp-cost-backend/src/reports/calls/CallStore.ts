import type { UsageEvent } from '@mcp-portal/plugin-mcp-cost-common';

import type { CostScope } from '../../access';
import type { UsageQuery } from '../../rollups';

/** A place in the list of calls: of the last one that was given. */
export interface CallPlace {
  occurredAtMs: number;
  key: string;
}

export interface CallStoreQuery {
  fromMs: number;
  toMs: number;
  filters: NonNullable<UsageQuery['filters']>;
  outcome?: 'ok' | 'error';
  limit: number;
  after?: CallPlace;
}

/** Reads single events that are in the sums, the newest first. */
export interface CallStore {
  list(scope: CostScope, query: CallStoreQuery): Promise<UsageEvent[]>;
}
