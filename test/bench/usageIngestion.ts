import { startTestCost } from '@mcp-portal/plugin-mcp-cost-backend/src/__testUtils__/startTestCost';
import type { Knex } from 'knex';

import { BenchDatabase, openDatabases } from './openDatabases';
import { percentile } from './percentiles';
import { printTable } from './printTable';
import { SPANS_OF_REQUEST } from './usage/agentTraces';
import { organisation, prices, teamRef, TEAMS } from './usage/organisation';
import { forkSenders } from './usage/senderProcess';

const CONNECTIONS = 8;
const ROUNDS = 3;
/** A run is long enough that starting to send and the last sums don't matter. */
const REQUESTS = { PostgreSQL: 400, SQLite: 120 };
const WARM_UP_REQUESTS = 60;
const ROWS_OF_BARE_INSERT = 5_000;

/**
 * Events per second over HTTP, until the last one is in all sums, against the
 * fastest bare insert of the same rows into the same PostgreSQL.
 */
export async function benchUsageIngestion(): Promise<void> {
  const rows: string[][] = [];
  let bare = 0;
  for (const database of (await openDatabases()).reverse()) {
    const { engine, knex } = database;
    const measured = await measureIngestion(database);
    if (engine === 'PostgreSQL') {
      bare = await measureBareInsert(knex);
      rows.push(['bare insert, PostgreSQL', perSecond(bare), '1.00 x', '']);
    }
    rows.push([
      `over HTTP, ${engine}`,
      perSecond(measured),
      engine === 'PostgreSQL' ? `${(measured / bare).toFixed(2)} x` : '',
      engine === 'PostgreSQL' ? '0.5 x, 10,000' : '5,000',
    ]);
    await database.close();
  }
  printTable(
    `Events taken in a second: OTLP protobuf, ${SPANS_OF_REQUEST} spans a request, until all are in the sums; medians of ${ROUNDS} rounds`,
    ['', 'events/s', 'of bare', 'goal'],
    rows,
  );
}

async function measureIngestion({
  engine,
  knex,
}: BenchDatabase): Promise<number> {
  const cost = await startTestCost(knex, {
    entities: organisation(),
    config: {
      mcpCost: {
        prices: prices(),
        ingestion: { maxNewNamesPerDay: 1_000_000 },
      },
    },
  });
  const keys: string[] = [];
  for (let team = 0; team < TEAMS; team++) {
    keys.push(await cost.makeKey(teamRef(team)));
  }
  const speeds: number[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const requests = round === 0 ? WARM_UP_REQUESTS : REQUESTS[engine];
    const senders = await forkSenders({
      url: `${cost.baseUrl}/v1/traces`,
      keys,
      requests,
      seed: round,
      connections: CONNECTIONS,
    });
    const before = await countEvents(knex);
    const startedAt = performance.now();
    await senders.send();
    await untilSummed(knex);
    const seconds = (performance.now() - startedAt) / 1_000;
    senders.stop();
    const events = (await countEvents(knex)) - before;
    if (events !== requests * SPANS_OF_REQUEST) {
      throw new Error(
        `${
          requests * SPANS_OF_REQUEST
        } events were sent and ${events} are there`,
      );
    }
    await checkSums(knex);
    if (round > 0) {
      speeds.push(events / seconds);
    }
    process.stderr.write(
      `${engine}, round ${round}: ${perSecond(events / seconds)} events/s\n`,
    );
  }
  await cost.backend.stop();
  return percentile(speeds, 0.5);
}

async function countEvents(knex: Knex): Promise<number> {
  const [{ count }] = await knex('usage_events').count('* as count');
  return Number(count);
}

async function untilSummed(knex: Knex): Promise<void> {
  for (;;) {
    const pending = await knex('usage_batches')
      .where('state', 'pending')
      .first('id');
    if (!pending) {
      return;
    }
    await new Promise(resolve => setTimeout(resolve, 20));
  }
}

async function checkSums(knex: Knex): Promise<void> {
  const [{ count }] = await knex('usage_events')
    .where('counted', true)
    .count('* as count');
  const [{ sum }] = await knex('usage_team_days').sum('events as sum');
  if (Number(count) !== Number(sum)) {
    throw new Error(`${count} events count, and ${sum} are in the sums`);
  }
}

/** The rows that were just taken in, into a table with the same indexes. */
async function measureBareInsert(knex: Knex): Promise<number> {
  const speeds: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    await knex.raw('DROP TABLE IF EXISTS bare_events');
    await knex.raw(
      'CREATE TABLE bare_events (LIKE usage_events INCLUDING ALL)',
    );
    const batches = await readAsJson(knex);
    const startedAt = performance.now();
    for (const json of batches) {
      await knex.raw(
        `INSERT INTO bare_events
         SELECT * FROM json_populate_recordset(NULL::bare_events, ?::json)`,
        [json],
      );
    }
    const seconds = (performance.now() - startedAt) / 1_000;
    speeds.push((batches.length * ROWS_OF_BARE_INSERT) / seconds);
  }
  return percentile(speeds, 0.5);
}

async function readAsJson(knex: Knex): Promise<string[]> {
  const batches: string[] = [];
  const rows = REQUESTS.PostgreSQL * SPANS_OF_REQUEST;
  for (let offset = 0; offset < rows; offset += ROWS_OF_BARE_INSERT) {
    const { rows: read } = await knex.raw(
      `SELECT json_agg(e)::text AS json FROM (
         SELECT * FROM usage_events ORDER BY batch_id, key LIMIT ? OFFSET ?
       ) e`,
      [ROWS_OF_BARE_INSERT, offset],
    );
    batches.push(read[0].json);
  }
  return batches;
}

function perSecond(value: number): string {
  return Math.round(value).toLocaleString('en-US');
}
