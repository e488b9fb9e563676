import type { PricedUsage, SpanLayer } from './UsageEntry';

/** What `usage_events.layer` says. */
const LAYERS: Record<SpanLayer, number> = { tool: 1, client: 2, server: 3 };

type Cell = string | number | bigint | boolean | null;

/** An entry, and what is known of it only when it is stored. */
export interface StoredEntry {
  key: string;
  attributionId: number;
  counted: boolean;
  entry: PricedUsage;
}

interface Column {
  name: string;
  /** As PostgreSQL calls it. */
  type: string;
  read(row: StoredEntry): Cell;
}

/** The columns of `usage_events` that an entry fills: all but its batch. */
export const EVENT_COLUMNS: readonly Column[] = [
  { name: 'key', type: 'uuid', read: row => row.key },
  {
    name: 'replaced_by',
    type: 'uuid',
    read: ({ entry }) => entry.replacedBy ?? null,
  },
  {
    name: 'trace_id',
    type: 'uuid',
    read: ({ entry }) => (entry.span ? asUuid(entry.span.traceId) : null),
  },
  {
    name: 'occurred_at',
    type: 'bigint',
    read: ({ entry }) => entry.occurredAtMs,
  },
  {
    name: 'duration_us',
    type: 'bigint',
    read: ({ entry }) => entry.measures.durationUs ?? null,
  },
  {
    name: 'input_tokens',
    type: 'bigint',
    read: ({ entry }) => entry.measures.inputTokens,
  },
  {
    name: 'cached_tokens',
    type: 'bigint',
    read: ({ entry }) => entry.measures.cachedInputTokens,
  },
  {
    name: 'output_tokens',
    type: 'bigint',
    read: ({ entry }) => entry.measures.outputTokens,
  },
  {
    name: 'quantity_nanos',
    type: 'bigint',
    read: ({ entry }) => entry.measures.quantityNanos,
  },
  {
    name: 'cost_nanos',
    type: 'bigint',
    read: ({ entry }) => entry.costNanos ?? null,
  },
  { name: 'attribution_id', type: 'int', read: row => row.attributionId },
  { name: 'revision', type: 'int', read: ({ entry }) => entry.revision },
  { name: 'price_id', type: 'int', read: ({ entry }) => entry.priceId ?? null },
  {
    name: 'layer',
    type: 'smallint',
    read: ({ entry }) => (entry.span?.layer ? LAYERS[entry.span.layer] : 0),
  },
  {
    name: 'is_call',
    type: 'smallint',
    read: ({ entry }) => (entry.measures.isCall ? 1 : 0),
  },
  {
    name: 'is_error',
    type: 'smallint',
    read: ({ entry }) => (entry.measures.isError ? 1 : 0),
  },
  {
    name: 'is_stated',
    type: 'smallint',
    read: ({ entry }) => (entry.replacedBy ? 1 : 0),
  },
  { name: 'counted', type: 'boolean', read: row => row.counted },
  {
    name: 'span_id',
    type: 'text',
    read: ({ entry }) => entry.span?.spanId ?? null,
  },
  {
    name: 'parent_span_id',
    type: 'text',
    read: ({ entry }) => entry.span?.parentSpanId ?? null,
  },
  {
    name: 'error_type',
    type: 'text',
    read: ({ entry }) => entry.measures.errorType ?? null,
  },
];

/** As PostgreSQL writes it, so that both databases tell the same. */
function asUuid(hex: string): string {
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(
    12,
    16,
  )}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
