import { findDifferences } from '@mcp-portal/plugin-mcp-cost-backend/src/status/sumDifferences';
import type { Knex } from 'knex';

import { printTable } from '../bench/printTable';
import type { Sent } from './startSender';

const CHUNK = 5_000;
const SUM_WAIT_MS = 60_000;

/**
 * Compares what was sent and acknowledged with what is stored and summed.
 *
 * @returns whether nothing is missing, nothing doubled, and all sums are right
 */
export async function checkStored(
  knex: Knex,
  senders: readonly Sent[],
): Promise<boolean> {
  const pending = await untilSummed(knex);
  const total = (read: (sent: Sent) => number) =>
    senders.reduce((sum, sent) => sum + read(sent), 0);
  const acknowledged = senders.flatMap(sent => sent.acknowledged);
  const found = await countFound(knex, acknowledged);
  const stored = await count(knex('usage_events'));
  const counted = await count(knex('usage_events').where('counted', true));
  const [{ calls }] = await knex('usage_team_days').sum('calls as calls');
  const differences = await findDifferences(knex);

  const missing = acknowledged.length - found;
  const spans = total(sent => sent.spans);
  const givenUpSpans = total(sent => sent.givenUpSpans);
  const expectedCalls = total(sent => sent.acknowledgedCalls);
  // What was sent but never acknowledged may be there or not.
  const tooMany = Math.max(0, stored - spans);
  const extraCalls = givenUpSpans === 0 ? Number(calls) - expectedCalls : 0;
  const wrongSums = differences.reduce((sum, one) => sum + one.count, 0);
  printTable(
    'Usage through kills of the backend and of PostgreSQL',
    ['', 'count'],
    [
      ['requests sent', text(total(sent => sent.requests))],
      ['attempts without an answer', text(total(sent => sent.failures))],
      ['sent again though acknowledged', text(total(sent => sent.repeats))],
      ['spans sent', text(spans)],
      ['spans acknowledged', text(acknowledged.length)],
      ['spans stored', text(stored)],
      ['acknowledged and missing', text(missing)],
      ['stored and never sent, or twice', text(tooMany)],
      ['calls acknowledged', text(expectedCalls)],
      ['events that count', text(counted)],
      ['calls in the sums', text(Number(calls))],
      ['sums that are not those of the events', text(wrongSums)],
      ['batches not summed', text(pending)],
    ],
  );
  return (
    acknowledged.length > 0 &&
    missing === 0 &&
    tooMany === 0 &&
    extraCalls === 0 &&
    wrongSums === 0 &&
    pending === 0
  );
}

async function untilSummed(knex: Knex): Promise<number> {
  const until = Date.now() + SUM_WAIT_MS;
  for (;;) {
    const pending = await count(
      knex('usage_batches').whereNot('state', 'rolled'),
    );
    if (pending === 0 || Date.now() > until) {
      return pending;
    }
    await new Promise(resolve => {
      setTimeout(resolve, 500);
    });
  }
}

async function countFound(knex: Knex, keys: string[]): Promise<number> {
  let found = 0;
  for (let start = 0; start < keys.length; start += CHUNK) {
    const chunk = keys.slice(start, start + CHUNK);
    found += await count(
      knex('usage_events').whereRaw('key = ANY(?::uuid[])', [chunk]),
    );
  }
  return found;
}

async function count(query: Knex.QueryBuilder): Promise<number> {
  const [row] = await query.count('* as count');
  return Number(row.count);
}

function text(value: number): string {
  return value.toLocaleString('en-US');
}
