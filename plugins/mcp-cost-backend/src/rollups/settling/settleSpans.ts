import { inBatches, isSqlite } from '@mcp-portal/plugin-mcp-node';
import type { Knex } from 'knex';

import type { RollupWriter } from '../RollupWriter';
import { settleTrace, type TraceSpan } from './settleTrace';

/** Beyond it, the spans of a trace are counted as they were sent. */
const MAX_SPANS_OF_TRACE = 5_000;
/** Besides those that are stated, which are as many at most. */
const MAX_SPANS_AT_ONCE = 20_000;

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
  const open = await findOpenTraces(tx, batchIds);
  const changed = traceIds.filter(id => !open.some(trace => trace.id === id));
  const verdicts: Verdict[] = [];
  for (const ids of [...inChunks(open), ...inChunks(changed.map(unknown))]) {
    const rows = await readSpans(tx, ids, batchIds);
    for (const spans of byTrace(rows)) {
      verdicts.push(...judge(spans, batchIds));
    }
  }
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

interface OpenTrace {
  id: string;
  spans: number;
}

/** A trace whose spans were not counted; it has few, or was settled before. */
function unknown(id: string): OpenTrace {
  return { id, spans: MAX_SPANS_OF_TRACE };
}

/**
 * Traces that have spans of several layers which nobody put together yet. Of a
 * trace without end only so many spans are looked at.
 */
async function findOpenTraces(
  tx: Knex.Transaction,
  batchIds: readonly string[],
): Promise<OpenTrace[]> {
  const touched = tx('usage_events')
    .whereIn('batch_id', batchIds)
    .where('layer', '>', 0)
    .where('is_stated', 0)
    .whereNotNull('trace_id')
    .distinct('trace_id');
  const rows: { trace_id: string; spans: number | string | null }[] = await tx(
    touched.as('t'),
  ).select(
    't.trace_id',
    // As in the index: `layer > 0`.
    tx.raw(
      `(
        SELECT CASE WHEN min(layer) < max(layer) THEN count(*) END
        FROM (
          SELECT e.layer FROM usage_events e
          WHERE e.trace_id = t.trace_id AND e.layer > 0 AND e.is_stated = 0
          LIMIT ?
        ) seen
      ) AS spans`,
      [MAX_SPANS_OF_TRACE + 1],
    ),
  );
  return rows
    .map(row => ({ id: row.trace_id, spans: Number(row.spans ?? 0) }))
    .filter(({ spans }) => spans > 0 && spans <= MAX_SPANS_OF_TRACE);
}

/** Ids of traces, as many as fit into memory together. */
function inChunks(traces: OpenTrace[]): string[][] {
  const chunks: string[][] = [];
  let spans = Infinity;
  for (const trace of traces) {
    spans += trace.spans;
    if (spans > MAX_SPANS_AT_ONCE || chunks[chunks.length - 1].length >= 500) {
      chunks.push([]);
      spans = trace.spans;
    }
    chunks[chunks.length - 1].push(trace.id);
  }
  return chunks;
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
