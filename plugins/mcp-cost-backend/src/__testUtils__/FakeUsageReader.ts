import type { Dimension } from '@mcp-portal/plugin-mcp-cost-common';

import type { CostScope } from '../access';
import type { UsageQuery, UsageReader, UsageRow, UsageSums } from '../rollups';
import { DAY_MS } from '../time/days';

const HOUR_MS = 60 * 60_000;

/** Usage of one hour, or of any moment, as tests write it down. */
export interface FakeUsage {
  at: string;
  team: string;
  server?: string;
  agent?: string;
  costNanos?: bigint;
  calls?: number;
  errors?: number;
}

/** Sums what tests wrote down, in memory; masks nothing but other teams. */
export class FakeUsageReader implements UsageReader {
  readonly usage: FakeUsage[] = [];
  /** What was asked, the oldest first. */
  readonly queries: UsageQuery[] = [];
  failure?: Error;

  add(...usage: FakeUsage[]): void {
    this.usage.push(...usage);
  }

  async read(scope: CostScope, query: UsageQuery): Promise<UsageRow[]> {
    this.queries.push(query);
    if (this.failure) {
      throw this.failure;
    }
    const rows = new Map<string, UsageRow>();
    for (const usage of this.usage.filter(one => matches(scope, query, one))) {
      const atMs = bucketOf(query, Date.parse(usage.at));
      const values = query.by.map(by => valueOf(usage, by));
      const key = JSON.stringify([atMs, values]);
      const row = rows.get(key) ?? { atMs, values, sums: noSums() };
      row.sums.costNanos += usage.costNanos ?? 0n;
      row.sums.calls += usage.calls ?? 0;
      row.sums.errors += usage.errors ?? 0;
      row.sums.events += 1;
      rows.set(key, row);
    }
    return [...rows.values()];
  }

  async count(scope: CostScope, query: UsageQuery): Promise<number> {
    return (await this.read(scope, query)).length;
  }
}

function matches(
  scope: CostScope,
  query: UsageQuery,
  usage: FakeUsage,
): boolean {
  const atMs = Date.parse(usage.at);
  return (
    atMs >= query.fromMs &&
    atMs < query.toMs &&
    (scope.teams === 'all' || scope.teams.includes(usage.team)) &&
    Object.entries(query.filters ?? {}).every(([dimension, values]) =>
      values.includes(valueOf(usage, dimension as Dimension)),
    )
  );
}

function valueOf(usage: FakeUsage, by: Dimension | 'server-hint'): string {
  switch (by) {
    case 'team':
      return usage.team;
    case 'server':
      return usage.server ?? '';
    case 'agent':
      return usage.agent ?? '';
    default:
      return '';
  }
}

function bucketOf(query: UsageQuery, atMs: number): number | undefined {
  switch (query.bucket) {
    case 'hour':
      return atMs - (atMs % HOUR_MS);
    case 'day':
      return atMs - (atMs % DAY_MS);
    default:
      return undefined;
  }
}

function noSums(): UsageSums {
  return {
    events: 0,
    calls: 0,
    errors: 0,
    inputTokens: 0,
    cachedInputTokens: 0,
    outputTokens: 0,
    costNanos: 0n,
    unpricedEvents: 0,
  };
}
