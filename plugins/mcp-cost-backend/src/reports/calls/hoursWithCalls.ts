import type { Knex } from 'knex';

import { attributionsSeen, type Sight } from '../../rollups';
import type { CallStoreQuery } from './CallStore';

const HOUR_MS = 3_600_000;
const HOURS_PER_DAY = 24;

/** A stretch of time that has events to show; `until` is not included. */
export interface HourRange {
  fromHour: number;
  untilHour: number;
}

const COUNTED = {
  ok: 'SUM(events - errors)',
  error: 'SUM(errors)',
  any: 'SUM(events)',
};

/**
 * Finds, from the newest on, when there were events to show, from the sums: so
 * a rare event among millions is found without looking at any other. Each range
 * has at least `wanted` events, but for the last one.
 */
export async function* hoursWithCalls(
  knex: Knex,
  sight: Sight,
  query: CallStoreQuery,
  wanted: number,
): AsyncGenerator<HourRange> {
  const { fromMs, after } = query;
  const untilMs = Math.min(
    query.toMs,
    after ? after.occurredAtMs + 1 : Infinity,
  );
  const fromHour = Math.floor(fromMs / HOUR_MS);
  const untilHour = Math.ceil(untilMs / HOUR_MS);
  const count = (
    table: 'usage_days' | 'usage_hours',
    from: number,
    to: number,
  ) => countByTime(knex, sight, query, { table, from, to });

  const days = await count(
    'usage_days',
    Math.floor(fromHour / HOURS_PER_DAY),
    Math.ceil(untilHour / HOURS_PER_DAY),
  );
  for (const stretch of stretchesOf(days, wanted)) {
    const hours = await count(
      'usage_hours',
      Math.max(stretch.from * HOURS_PER_DAY, fromHour),
      Math.min(stretch.until * HOURS_PER_DAY, untilHour),
    );
    for (const { from, until } of stretchesOf(hours, wanted)) {
      yield { fromHour: from, untilHour: until };
    }
  }
}

/** Neighbouring times, the newest first, until each stretch has enough. */
function* stretchesOf(
  times: readonly { time: number; events: number }[],
  wanted: number,
): Generator<{ from: number; until: number }> {
  let until: number | undefined;
  let events = 0;
  for (const [index, { time, events: more }] of times.entries()) {
    until ??= time + 1;
    events += more;
    if (events >= wanted || index === times.length - 1) {
      yield { from: time, until };
      until = undefined;
      events = 0;
    }
  }
}

async function countByTime(
  knex: Knex,
  sight: Sight,
  { filters, outcome }: CallStoreQuery,
  sums: { table: 'usage_days' | 'usage_hours'; from: number; to: number },
): Promise<{ time: number; events: number }[]> {
  const time = sums.table === 'usage_days' ? 'day' : 'hour';
  const counted = COUNTED[outcome ?? 'any'];
  const rows: { time: number; events: number | string }[] = await knex
    .from(sums.table)
    .where(time, '>=', sums.from)
    .where(time, '<', sums.to)
    .modify(rowsOfSums => {
      const seen = attributionsSeen(knex, sight, filters);
      if (seen) {
        rowsOfSums.whereIn('attribution_id', seen);
      }
    })
    .groupBy(time)
    .havingRaw(`${counted} > 0`)
    .orderBy(time, 'desc')
    .select({ time }, knex.raw(`${counted} AS events`));
  return rows.map(row => ({ time: row.time, events: Number(row.events) }));
}
