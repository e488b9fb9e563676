import { inBatches, isSqlite } from '@mcp-portal/plugin-mcp-node';
import type { Knex } from 'knex';

import type { RollupWriter } from '../RollupWriter';
import { settleTrace, type TraceSpan } from './settleTrace';

/** Beyond it, the spans of a trace are counted as they were sent. */
const MAX_SPANS_OF_TRACE = 5_000;

interface SpanRow {
  key: string;
  trace_id: string;
  layer: number;
  span_id: string;
  parent_span_id: string | null;
  tool: string;
  server_ref: string;
  team_ref: string;
  occurred_at: string | number;
  duration_us: string | number | null;
  is_stated: number;
  counted: boolean | number;
  replaced_by: string | null;
  batch_id: string | number;
}

interface Verdict {
  key: string;
  counted: boolean;
  replaced_by: string | null;
  isInSums: boolean;
}

/**
 * Makes each call count once, though its spans came as several events, in any
 * batches and in any order. What was counted before a better span came is taken
 * out of the sums.
 *
 * @param batchIds - what is being rolled up; the sums don't hold it yet
 * @param traceIds - further traces in which something changed
 */
export async function settleSpans(
  tx: Knex.Transaction,
  writer: RollupWriter,
  batchIds: readonly string[],
  traceIds: readonly string[],
): Promise<void> {
  const open = await findOpenTraces(tx, batchIds, traceIds);
  const verdicts: Verdict[] = [];
  await inBatches(open, async ids => {
    const rows = await readSpans(tx, ids, batchIds);
    for (const spans of byTrace(rows)) {
      verdicts.push(...judge(spans, batchIds));
    }
    return [];
  });
  if (verdicts.length === 0) {
    return;
  }
  const inSums = (counted: boolean) =>
    verdicts
      .filter(verdict => verdict.isInSums && verdict.counted === counted)
      .map(({ key }) => key);
  await addKeys(tx, writer, inSums(false), -1);
  await store(tx, verdicts);
  await addKeys(tx, writer, inSums(true), 1);
}

/** Traces that have spans of several layers which nobody put together yet. */
async function findOpenTraces(
  tx: Knex.Transaction,
  batchIds: readonly string[],
  traceIds: readonly string[],
): Promise<string[]> {
  const touched = tx('usage_events')
    .whereIn('batch_id', batchIds)
    .where('layer', '>', 0)
    .where('is_stated', 0)
    .whereNotNull('trace_id')
    .distinct('trace_id');
  const rows: { trace_id: string }[] = await tx('usage_events')
    // As in the index.
    .whereRaw('layer > 0')
    .where('is_stated', 0)
    .whereRaw(
      // As an array PostgreSQL looks each up in the index, and never reads all.
      isSqlite(tx) ? 'trace_id IN ?' : 'trace_id = ANY(ARRAY?)',
      [touched],
    )
    .groupBy('trace_id')
    .havingRaw('min(layer) < max(layer) AND count(*) <= ?', [
      MAX_SPANS_OF_TRACE,
    ])
    .select('trace_id');
  return [...new Set([...rows.map(row => row.trace_id), ...traceIds])];
}

async function readSpans(
  tx: Knex.Transaction,
  traceIds: string[],
  batchIds: readonly string[],
): Promise<SpanRow[]> {
  return tx('usage_events as e')
    .join('usage_batches as b', 'b.id', 'e.batch_id')
    .join('usage_attributions as a', 'a.id', 'e.attribution_id')
    .join('usage_consumers as c', 'c.id', 'a.consumer_id')
    .whereIn('e.trace_id', traceIds)
    .whereRaw('e.layer > 0')
    .where(seen => seen.where('b.state', 'rolled').orWhereIn('b.id', batchIds))
    .select(
      'e.key',
      'e.trace_id',
      'e.layer',
      'e.span_id',
      'e.parent_span_id',
      'a.tool',
      'c.server_ref',
      'c.team_ref',
      'e.occurred_at',
      'e.duration_us',
      'e.is_stated',
      'e.counted',
      'e.replaced_by',
      'e.batch_id',
    );
}

function byTrace(rows: SpanRow[]): SpanRow[][] {
  const traces = new Map<string, SpanRow[]>();
  for (const row of rows) {
    const spans = traces.get(row.trace_id);
    if (spans) {
      spans.push(row);
    } else {
      traces.set(row.trace_id, [row]);
    }
  }
  return [...traces.values()];
}

/** What changes for the spans of one trace. */
function judge(rows: SpanRow[], batchIds: readonly string[]): Verdict[] {
  const counting = settleTrace(rows.map(asSpan));
  return rows.flatMap(row => {
    if (row.is_stated) {
      return [];
    }
    const key = counting.get(row.key)!;
    const counted = key === row.key;
    const replacedBy = counted ? null : key;
    return Boolean(row.counted) === counted && row.replaced_by === replacedBy
      ? []
      : [
          {
            key: row.key,
            counted,
            replaced_by: replacedBy,
            isInSums:
              Boolean(row.counted) !== counted &&
              !batchIds.includes(String(row.batch_id)),
          },
        ];
  });
}

function asSpan(row: SpanRow): TraceSpan {
  return {
    key: row.key,
    layer: row.layer,
    spanId: row.span_id,
    parentSpanId: row.parent_span_id,
    tool: row.tool,
    serverRef: row.server_ref,
    teamRef: row.team_ref,
    startMs: Number(row.occurred_at),
    durationUs: row.duration_us === null ? null : Number(row.duration_us),
    statedKey: row.is_stated ? row.replaced_by : null,
  };
}

async function store(tx: Knex.Transaction, verdicts: Verdict[]): Promise<void> {
  const json = JSON.stringify(verdicts);
  await tx.raw(
    isSqlite(tx)
      ? `UPDATE usage_events SET counted = new.counted, replaced_by = new.replaced_by
         FROM (SELECT value ->> 'key' AS key, value ->> 'counted' AS counted,
             value ->> 'replaced_by' AS replaced_by FROM json_each(?)) new
         WHERE usage_events.key = new.key`
      : `UPDATE usage_events SET counted = new.counted, replaced_by = new.replaced_by
         FROM json_to_recordset(?::json)
           AS new (key uuid, counted boolean, replaced_by uuid)
         WHERE usage_events.key = new.key`,
    [json],
  );
}

async function addKeys(
  tx: Knex.Transaction,
  writer: RollupWriter,
  keys: string[],
  sign: 1 | -1,
): Promise<void> {
  await inBatches(keys, async some => {
    await writer.add(tx, query => query.whereIn('e.key', some), sign);
    return [];
  });
}
