import type { UsageEvent, UsageKind } from '@mcp-portal/plugin-mcp-cost-common';
import type { Knex } from 'knex';

import type { Sight } from '../../rollups';

/** Integers that may be beyond what a number holds come as text. */
export interface EventRow {
  key: string;
  kind: UsageKind;
  occurred_at: number | string;
  team_ref: string;
  environment: string;
  agent: string;
  user_ref: string;
  server_ref: string;
  server_hint: string;
  tool: string;
  model: string;
  provider: string;
  unit: string;
  is_error: number;
  error_type: string | null;
  duration_us: number | string | null;
  input_tokens: number | string;
  cached_tokens: number | string;
  output_tokens: number | string;
  quantity_nanos: string;
  cost_nanos: string | null;
  price_id: number | null;
  trace_id: string | null;
  span_id: string | null;
  source: string;
}

/** Counted events of rolled batches, with the names that may be told. */
export function selectUsageEvents(knex: Knex, sight: Sight): Knex.QueryBuilder {
  const agent = sight.agent();
  const user = sight.user();
  return knex
    .from('usage_events as e')
    .join('usage_attributions as a', 'a.id', 'e.attribution_id')
    .join('usage_consumers as c', 'c.id', 'a.consumer_id')
    .join('usage_batches as b', 'b.id', 'e.batch_id')
    .where('e.counted', true)
    .where('b.state', 'rolled')
    .select([
      'e.key',
      'e.occurred_at',
      'e.is_error',
      'e.error_type',
      'e.duration_us',
      'e.input_tokens',
      'e.cached_tokens',
      'e.output_tokens',
      'e.price_id',
      'e.trace_id',
      'e.span_id',
      'c.kind',
      'c.team_ref',
      'c.environment',
      'c.server_ref',
      'c.server_hint',
      'c.model',
      'c.provider',
      'c.unit',
      'a.tool',
      'b.source',
      knex.raw(`${agent.sql} AS agent`, agent.bindings),
      knex.raw(`${user.sql} AS user_ref`, user.bindings),
      knex.raw('CAST(e.quantity_nanos AS TEXT) AS quantity_nanos'),
      knex.raw('CAST(e.cost_nanos AS TEXT) AS cost_nanos'),
    ]);
}

const BILLIONTHS = 1_000_000_000;

/** An event as the API tells it. */
export function toUsageEvent(row: EventRow): UsageEvent {
  const [input, cached, output] = [
    row.input_tokens,
    row.cached_tokens,
    row.output_tokens,
  ].map(Number);
  const hasTokens = input + cached + output > 0;
  return {
    key: row.key,
    kind: row.kind,
    at: new Date(Number(row.occurred_at)).toISOString(),
    teamRef: row.team_ref,
    environment: row.environment,
    agent: row.agent || undefined,
    userRef: row.user_ref || undefined,
    serverRef: row.server_ref || undefined,
    serverHint: row.server_hint || undefined,
    tool: row.tool || undefined,
    model: row.model || undefined,
    provider: row.provider || undefined,
    outcome: row.is_error ? 'error' : 'ok',
    errorType: row.error_type ?? undefined,
    durationMs:
      row.duration_us === null ? undefined : Number(row.duration_us) / 1_000,
    ...(hasTokens && {
      inputTokens: input,
      cachedInputTokens: cached,
      outputTokens: output,
    }),
    quantity:
      row.quantity_nanos === '0'
        ? undefined
        : Number(row.quantity_nanos) / BILLIONTHS,
    unit: row.unit || undefined,
    costNanos: row.cost_nanos ?? undefined,
    priceId: row.price_id ?? undefined,
    traceId: row.trace_id?.replaceAll('-', ''),
    spanId: row.span_id ?? undefined,
    sample: row.source === 'sample',
  };
}
