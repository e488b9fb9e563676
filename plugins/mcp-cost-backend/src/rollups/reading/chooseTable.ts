import { InputError } from '@backstage/errors';
import type { Dimension } from '@mcp-portal/plugin-mcp-cost-common';

import type { UsageQuery } from '../UsageReader';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** A table of sums, and what its rows are by. */
export interface SumsTable {
  name: string;
  time: 'hour' | 'day';
  by: 'value' | 'consumer' | 'attribution';
}

/** Tables whose rows hold their own values, the smallest first. */
const VALUE_TABLES: readonly { name: string; holds: readonly string[] }[] = [
  { name: 'usage_team_days', holds: ['team', 'environment', 'kind'] },
  { name: 'usage_agent_days', holds: ['team', 'agent', 'kind'] },
  { name: 'usage_model_days', holds: ['team', 'model', 'kind'] },
  { name: 'usage_server_days', holds: ['team', 'server', 'kind'] },
];
const FINE_DIMENSIONS: readonly string[] = ['tool', 'user'];

/**
 * The smallest table that can answer a query.
 *
 * @param teamsOnly - whether the caller's scope is a matter of teams alone
 * @throws InputError when the period does not fall on full hours
 */
export function chooseTable(query: UsageQuery, teamsOnly: boolean): SumsTable {
  const used = new Set<Dimension | 'server-hint'>([
    ...query.by,
    ...(Object.keys(query.filters ?? {}) as Dimension[]).filter(
      dimension => query.filters?.[dimension] !== undefined,
    ),
  ]);
  for (const ms of [query.fromMs, query.toMs]) {
    if (!Number.isSafeInteger(ms) || ms % HOUR_MS !== 0) {
      throw new InputError(
        `Sums are by full hours (UTC); ${ms} is no start of one.`,
      );
    }
  }
  if (
    query.bucket === 'hour' ||
    query.fromMs % DAY_MS !== 0 ||
    query.toMs % DAY_MS !== 0
  ) {
    return { name: 'usage_hours', time: 'hour', by: 'attribution' };
  }
  const holdsAll = VALUE_TABLES.find(({ holds }) =>
    [...used].every(dimension => holds.includes(dimension)),
  );
  if (teamsOnly && !query.latency && holdsAll) {
    return { name: holdsAll.name, time: 'day', by: 'value' };
  }
  return [...used].some(dimension => FINE_DIMENSIONS.includes(dimension))
    ? { name: 'usage_days', time: 'day', by: 'attribution' }
    : { name: 'usage_consumer_days', time: 'day', by: 'consumer' };
}

/** The period in a table's own time: since 1970, `until` not included. */
export function periodOf(
  query: UsageQuery,
  table: SumsTable,
): { from: number; until: number } {
  const unitMs = table.time === 'hour' ? HOUR_MS : DAY_MS;
  return { from: query.fromMs / unitMs, until: query.toMs / unitMs };
}
