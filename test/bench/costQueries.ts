import { startTestCost } from '@mcp-portal/plugin-mcp-cost-backend/src/__testUtils__/startTestCost';
import { ADA } from '@mcp-portal/plugin-mcp-cost-backend/src/__testUtils__/people';
import type { Knex } from 'knex';

import { openPostgres } from './openDatabases';
import { ms, percentile } from './percentiles';
import { printTable } from './printTable';
import { addUsage, FILLED_DAYS, prepareUsage } from './usage/fillUsage';
import { organisation, teamRef } from './usage/organisation';

const DAY_MS = 86_400_000;
const SIZES = (process.env.BENCH_EVENTS ?? '100000,1000000,10000000')
  .split(',')
  .map(Number);
const ROUNDS = 20;

const dayText = (daysAgo: number) =>
  new Date(Date.now() - daysAgo * DAY_MS).toISOString().slice(0, 10);
/** The last 30 days, and all that there are. */
const MONTH = `from=${dayText(29)}&to=${dayText(-1)}`;
const QUARTER = `from=${dayText(FILLED_DAYS - 1)}&to=${dayText(-1)}`;
const TEAM = `team=${encodeURIComponent(teamRef(7))}`;

/** What the Costs page asks for, and who goes on from it. */
const QUERIES: Record<string, string[]> = {
  overview: [
    `/overview?${MONTH}`,
    `/overview?${QUARTER}`,
    `/overview?${MONTH}&${TEAM}`,
  ],
  'over time': [
    `/series?${MONTH}&by=team`,
    `/series?${QUARTER}&by=server`,
    `/series?${QUARTER}&by=agent&${TEAM}`,
  ],
  'by one dimension': [
    `/breakdown?${MONTH}&by=team&limit=10`,
    `/breakdown?${MONTH}&by=server&limit=10`,
    `/breakdown?${MONTH}&by=agent&limit=10`,
    `/breakdown?${MONTH}&by=model&limit=10`,
    `/breakdown?${MONTH}&by=agent&compare=true&sort=change&limit=10`,
  ],
  'by two': [
    `/breakdown?${MONTH}&by=team&by=server`,
    `/breakdown?${QUARTER}&by=agent&by=server&compare=true`,
  ],
  'by tool and person': [
    `/breakdown?${MONTH}&by=server&by=tool`,
    `/breakdown?${MONTH}&by=user`,
    `/breakdown?${MONTH}&by=tool&${TEAM}`,
  ],
};

/** What the breakdown by team and server is, straight from the events. */
const FROM_EVENTS = `
  SELECT c.team_ref, c.server_ref, count(*), sum(e.is_call), sum(e.is_error),
    sum(e.input_tokens), sum(e.output_tokens), sum(e.cost_nanos)
  FROM usage_events e
  JOIN usage_attributions a ON a.id = e.attribution_id
  JOIN usage_consumers c ON c.id = a.consumer_id
  WHERE e.counted AND e.occurred_at >= ? AND e.occurred_at < ?
  GROUP BY 1, 2 ORDER BY sum(e.cost_nanos) DESC LIMIT 25`;

/**
 * p50 and p95 of what the Costs page asks for, over HTTP, at 100 thousand, 1 and
 * 10 million events of 90 days on PostgreSQL, and one of the answers straight
 * from the events.
 */
export async function benchCostQueries(): Promise<void> {
  const { knex, close } = await openPostgres();
  const cost = await startTestCost(knex, { entities: organisation() });
  await prepareUsage(knex);
  const ask = async (path: string) => {
    const startedAt = performance.now();
    const { status, text } = await cost.ask(ADA, 'GET', path);
    if (status !== 200) {
      throw new Error(`${path} answered ${status}: ${text}`);
    }
    return performance.now() - startedAt;
  };

  const columns: Map<string, { p50: number; p95: number }>[] = [];
  let events = 0;
  for (const size of SIZES) {
    process.stderr.write(`filling up to ${size} events\n`);
    await addInBulk(knex, size - events);
    events = size;
    const figures = new Map<string, { p50: number; p95: number }>();
    const all: number[] = [];
    for (const [kind, paths] of Object.entries(QUERIES)) {
      const times = await measure(kind, paths, ask);
      all.push(...times);
      figures.set(kind, both(times));
    }
    figures.set('all of these', both(all));
    const raw = await measure(
      'from the events',
      [''],
      () => askEvents(knex),
      3,
    );
    figures.set('team and server, from the events', both(raw));
    const summed = await measure('', QUERIES['by two'].slice(0, 1), ask);
    figures.set('the same, from the sums', both(summed));
    columns.push(figures);
  }
  await cost.backend.stop();
  await close();

  const few = columns[0];
  const many = columns[columns.length - 1];
  const count = (size: number) => size.toLocaleString('en-US');
  printTable(
    `What the Costs page asks for over HTTP, in milliseconds, by events of ${FILLED_DAYS} days (goal: p95 at 10 million under 100, and at most 1.5 x that at 100 thousand)`,
    ['', ...SIZES.flatMap(size => [`${count(size)} p50`, 'p95']), 'p95 ratio'],
    [...few.keys()].map(kind => [
      kind,
      ...columns.flatMap(column => {
        const { p50, p95 } = column.get(kind)!;
        return [ms(p50), ms(p95)];
      }),
      `${(many.get(kind)!.p95 / few.get(kind)!.p95).toFixed(1)} x`,
    ]),
  );
}

/** Without indexes, which are made at the end: for filling only. */
async function addInBulk(knex: Knex, events: number): Promise<void> {
  const { rows } = await knex.raw(
    "SELECT indexname, indexdef FROM pg_indexes WHERE tablename = 'usage_events' AND indexname NOT LIKE '%_pkey' AND indexname NOT LIKE '%batch_id%'",
  );
  await knex.raw('ALTER TABLE usage_events DROP CONSTRAINT usage_events_pkey');
  for (const { indexname } of rows) {
    await knex.raw('DROP INDEX ??', [indexname]);
  }
  await addUsage(knex, events);
  await knex.raw('ALTER TABLE usage_events ADD PRIMARY KEY (key)');
  for (const { indexdef } of rows) {
    await knex.raw(indexdef);
  }
  // As a database is after a while: with statistics, and swept.
  await knex.raw('VACUUM ANALYZE');
}

async function measure(
  kind: string,
  paths: string[],
  ask: (path: string) => Promise<number>,
  rounds = ROUNDS,
): Promise<number[]> {
  const times: number[] = [];
  for (const path of paths) {
    await ask(path);
    const own: number[] = [];
    for (let round = 0; round < rounds; round++) {
      own.push(await ask(path));
    }
    times.push(...own);
    if (process.env.BENCH_DETAILS) {
      const { p50, p95 } = both(own);
      process.stderr.write(
        `  ${kind} ${path}: p50 ${ms(p50)}, p95 ${ms(p95)}\n`,
      );
    }
  }
  return times;
}

function both(times: number[]): { p50: number; p95: number } {
  return { p50: percentile(times, 0.5), p95: percentile(times, 0.95) };
}

async function askEvents(knex: Knex): Promise<number> {
  const startedAt = performance.now();
  await knex.raw(FROM_EVENTS, [
    Date.parse(`${dayText(29)}T00:00:00Z`),
    Date.parse(`${dayText(-1)}T00:00:00Z`),
  ]);
  return performance.now() - startedAt;
}
