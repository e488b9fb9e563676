import type { UsageQuery } from '../UsageReader';
import { periodOf, type SumsTable } from './chooseTable';
import type { Expression } from './Sight';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Starts of a period's months, the first one's included; epoch milliseconds. */
export function monthsOf(fromMs: number, toMs: number): number[] {
  const starts: number[] = [];
  const first = new Date(fromMs);
  for (let offset = 0; ; offset++) {
    const start = Date.UTC(
      first.getUTCFullYear(),
      first.getUTCMonth() + offset,
    );
    if (start >= toMs) {
      return starts;
    }
    starts.push(start);
  }
}

/** The bucket of a row of sums, as an integer of SQL; see {@link bucketStart}. */
export function bucketExpression(
  query: UsageQuery,
  table: SumsTable,
): Expression | undefined {
  switch (query.bucket) {
    case undefined:
      return undefined;
    case 'month': {
      const perUnit = table.time === 'hour' ? HOUR_MS : DAY_MS;
      const { until } = periodOf(query, table);
      const ends = monthsOf(query.fromMs, query.toMs)
        .slice(1)
        .map(startMs => startMs / perUnit)
        .concat(until);
      // Integers of our own making; as parameters they'd be text to a database.
      const cases = ends.map(
        (end, index) => `WHEN ${table.time} < ${end} THEN ${index}`,
      );
      return { sql: `CASE ${cases.join(' ')} END`, bindings: [] };
    }
    case 'day':
      return {
        sql: table.time === 'hour' ? '(hour / 24)' : 'day',
        bindings: [],
      };
    default:
      return { sql: table.time, bindings: [] };
  }
}

/** When a bucket starts: epoch milliseconds. */
export function bucketStart(query: UsageQuery, bucket: number): number {
  switch (query.bucket) {
    case 'month':
      return monthsOf(query.fromMs, query.toMs)[bucket];
    case 'day':
      return bucket * DAY_MS;
    default:
      return bucket * HOUR_MS;
  }
}
