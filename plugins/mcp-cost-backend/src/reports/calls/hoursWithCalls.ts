import type { Knex } from 'knex';

import type { CostScope } from '../../access';
import { attributionsSeen, type Sight, type UsageReader } from '../../rollups';
import { DAY_MS, dayOf } from '../../time/days';
import type { CallStoreQuery } from './CallStore';

const HOUR_MS = 3_600_000;
const HOURS_PER_DAY = 24;
/** Hours that are looked at first; then twice as many, and so on. */
const FIRST_HOURS = 2;

/** A stretch of time that has events to show; `until` is not included. */
export interface HourRange {
  from: number;
  until: number;
}

interface Counted {
  time: number;
  events: number;
}

interface Asked {
  knex: Knex;
  reader: UsageReader;
  scope: CostScope;
  sight: Sight;
  query: CallStoreQuery;
}

/**
 * Finds, from the newest on, when there were events to show, from the sums: so
 * a rare event among millions is found without looking at any other. Each range
 * has at least as many events as are wanted, but for the last of a stretch.
 */
export async function* hoursWithCalls(asked: Asked): AsyncGenerator<HourRange> {
  const { fromMs, toMs, after, limit } = asked.query;
  const untilMs = Math.min(toMs, after ? after.occurredAtMs + 1 : Infinity);
  const fromHour = Math.floor(fromMs / HOUR_MS);
  const untilHour = Math.ceil(untilMs / HOUR_MS);
  const days = await countDays(asked, fromMs, untilMs);
  for (const stretch of stretchesOf(days, limit)) {
    const from = Math.max(stretch.from * HOURS_PER_DAY, fromHour);
    let until = Math.min(stretch.until * HOURS_PER_DAY, untilHour);
    for (let most = FIRST_HOURS; from < until; most *= 2) {
      const hours = await countHours(asked, { from, until }, most);
      yield* stretchesOf(hours, limit);
      until = hours.length < most ? from : hours[hours.length - 1].time;
    }
  }
}

/** Neighbouring times, the newest first, until each stretch has enough. */
function* stretchesOf(
  times: readonly Counted[],
  wanted: number,
): Generator<HourRange> {
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

async function countDays(
  { reader, scope, query }: Asked,
  fromMs: number,
  untilMs: number,
): Promise<Counted[]> {
  const { filters, outcome } = query;
  const rows = await reader.read(scope, {
    fromMs: dayOf(fromMs) * DAY_MS,
    toMs: (dayOf(untilMs - 1) + 1) * DAY_MS,
    bucket: 'day',
    by: [],
    filters,
  });
  const counted = {
    any: (events: number) => events,
    ok: (events: number, errors: number) => events - errors,
    error: (_events: number, errors: number) => errors,
  }[outcome ?? 'any'];
  return rows
    .map(({ atMs, sums }) => ({
      time: dayOf(atMs!),
      events: counted(sums.events, sums.errors),
    }))
    .filter(({ events }) => events > 0)
    .reverse();
}

/** The newest hours of a stretch; the database stops once it has them. */
async function countHours(
  { knex, sight, query }: Asked,
  { from, until }: HourRange,
  most: number,
): Promise<Counted[]> {
  const counted = {
    any: 'SUM(events)',
    ok: 'SUM(events - errors)',
    error: 'SUM(errors)',
  }[query.outcome ?? 'any'];
  const rows: { hour: number; events: number | string }[] = await knex
    .from('usage_hours')
    .where('hour', '>=', from)
    .where('hour', '<', until)
    .modify(hours => {
      const seen = attributionsSeen(knex, sight, query.filters);
      if (seen) {
        hours.whereIn('attribution_id', seen);
      }
    })
    .groupBy('hour')
    .havingRaw(`${counted} > 0`)
    .orderBy('hour', 'desc')
    .limit(most)
    .select('hour', knex.raw(`${counted} AS events`));
  return rows.map(row => ({ time: row.hour, events: Number(row.events) }));
}
