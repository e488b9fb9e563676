import { NO_VALUE, type Dimension } from '@mcp-portal/plugin-mcp-cost-common';

import type { CostScope } from '../../../access';
import type { DirectoryAgent } from '../../../catalog';
import type { UsageQuery, UsageRow } from '../../UsageReader';
import { measureColumns, toSums } from '../measureColumns';
import { attributionOf, sumsOfOne, type TestUsage } from './fillUsage';

/**
 * What a reader should answer, worked out from the events one by one, without a
 * database.
 */
export function readPlainly(
  usages: readonly TestUsage[],
  scope: CostScope,
  query: UsageQuery,
  agents: ReadonlyMap<string, DirectoryAgent>,
): UsageRow[] {
  const groups = new Map<string, Record<string, bigint>>();
  const keyOf = (atMs: number | undefined, values: string[]) =>
    JSON.stringify([atMs, ...values]);
  for (const usage of usages) {
    const atMs = new Date(usage.at).getTime();
    const seen = asSeen(usage, scope, agents);
    if (
      usage.counted === false ||
      atMs < query.fromMs ||
      atMs >= query.toMs ||
      !seen ||
      !passes(seen, query)
    ) {
      continue;
    }
    const key = keyOf(
      startOf(atMs, query.bucket),
      query.by.map(dimension => seen[dimension as Dimension]),
    );
    const sums = groups.get(key) ?? {};
    for (const [column, value] of Object.entries(sumsOfOne(usage))) {
      sums[column] = (sums[column] ?? 0n) + value;
    }
    groups.set(key, sums);
  }
  if (groups.size === 0 && query.by.length === 0 && !query.bucket) {
    groups.set(keyOf(undefined, []), {});
  }
  return [...groups].map(([key, sums]) => {
    const [atMs, ...values] = JSON.parse(key);
    const columns = measureColumns(query.latency);
    return {
      ...(query.bucket && { atMs }),
      values,
      sums: toSums(
        Object.fromEntries(columns.map(column => [column, sums[column]])),
        query.latency,
      ),
    };
  });
}

function asSeen(
  usage: TestUsage,
  scope: CostScope,
  agents: ReadonlyMap<string, DirectoryAgent>,
): Record<Dimension, string> | undefined {
  const { teamRef, serverRef, userRef, ...rest } = attributionOf(usage);
  const ownUse = scope.teams === 'all' || scope.teams.includes(teamRef);
  if (!ownUse && !scope.servers.includes(serverRef)) {
    return undefined;
  }
  const agent = agents.get(rest.agent);
  const mayKnowAgent =
    ownUse ||
    agent?.visibility === 'organisation' ||
    (agent && scope.teams.includes(agent.ownerRef));
  return {
    ...rest,
    team: teamRef,
    server: serverRef,
    user: ownUse ? userRef : '',
    agent: mayKnowAgent ? rest.agent : '',
  };
}

function passes(
  seen: Record<Dimension, string>,
  { filters = {} }: UsageQuery,
): boolean {
  return Object.entries(filters).every(([dimension, values]) =>
    values?.includes(seen[dimension as Dimension] || NO_VALUE),
  );
}

function startOf(
  atMs: number,
  bucket: UsageQuery['bucket'],
): number | undefined {
  const at = new Date(atMs);
  switch (bucket) {
    case undefined:
      return undefined;
    case 'hour':
      return at.setUTCMinutes(0, 0, 0);
    case 'day':
      return at.setUTCHours(0, 0, 0, 0);
    default:
      return Date.UTC(at.getUTCFullYear(), at.getUTCMonth());
  }
}
