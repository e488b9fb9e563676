import { createHash } from 'node:crypto';

import { LATENCY_BOUNDS_MS } from '@mcp-portal/plugin-mcp-cost-common';
import { inBatches } from '@mcp-portal/plugin-mcp-node';
import type { Knex } from 'knex';

import { eventKey, type Attribution } from '../../../usage';

const HOUR_MS = 3_600_000;

/** An event as a test thinks of it; what it doesn't say is "none", or zero. */
export interface TestUsage extends Partial<Attribution> {
  at: string | number;
  isCall?: boolean;
  isError?: boolean;
  errorType?: string;
  durationMs?: number;
  inputTokens?: number;
  cachedInputTokens?: number;
  outputTokens?: number;
  quantityNanos?: bigint;
  /** Null: nothing has a price for it. */
  costNanos?: bigint | null;
  counted?: boolean;
  traceId?: string;
  spanId?: string;
}

const NONE: Attribution = {
  teamRef: 'group:default/payments',
  environment: 'production',
  kind: 'tool-call',
  agent: '',
  userRef: '',
  serverRef: '',
  serverHint: '',
  tool: '',
  model: '',
  provider: '',
  unit: '',
};

/** The attribution of a test's event, whole. */
export function attributionOf(usage: TestUsage): Attribution {
  return Object.fromEntries(
    Object.entries(NONE).map(([name, none]) => [
      name,
      usage[name as keyof Attribution] ?? none,
    ]),
  ) as unknown as Attribution;
}

/** What one event adds to sums, by column. */
export function sumsOfOne(usage: TestUsage): Record<string, bigint> {
  const durationUs =
    usage.durationMs === undefined ? undefined : usage.durationMs * 1_000;
  const sums: Record<string, bigint> = {
    events: 1n,
    calls: usage.isCall === false ? 0n : 1n,
    errors: usage.isError ? 1n : 0n,
    input_tokens: BigInt(usage.inputTokens ?? 0),
    cached_tokens: BigInt(usage.cachedInputTokens ?? 0),
    output_tokens: BigInt(usage.outputTokens ?? 0),
    quantity_nanos: usage.quantityNanos ?? 0n,
    cost_nanos: usage.costNanos ?? 0n,
    unpriced_events: usage.costNanos === null ? 1n : 0n,
    timed_calls: durationUs === undefined ? 0n : 1n,
    duration_us: BigInt(durationUs ?? 0),
  };
  const bucket =
    usage.durationMs === undefined
      ? undefined
      : LATENCY_BOUNDS_MS.filter(bound => bound < usage.durationMs!).length;
  for (let index = 0; index <= LATENCY_BOUNDS_MS.length; index++) {
    sums[`latency_${index}`] = index === bucket ? 1n : 0n;
  }
  return sums;
}

/** Stores events and their sums, one by one and plainly, as they should be. */
export async function fillUsage(
  knex: Knex,
  usages: readonly TestUsage[],
): Promise<void> {
  const consumers = new Map<string, Record<string, unknown> & { id: number }>();
  const attributions = new Map<
    string,
    Record<string, unknown> & { id: number }
  >();
  const tables = new Map<string, Map<string, Record<string, unknown>>>();
  const events: Record<string, unknown>[] = [];
  const add = (
    table: string,
    key: Record<string, unknown>,
    sums: Record<string, bigint>,
  ) => {
    const rows = tables.get(table) ?? new Map();
    tables.set(table, rows);
    const name = JSON.stringify(key);
    const row = rows.get(name) ?? { ...key };
    for (const [column, value] of Object.entries(sums)) {
      row[column] = (row[column] ?? 0n) + value;
    }
    rows.set(name, row);
  };

  for (const [index, usage] of usages.entries()) {
    const atMs = new Date(usage.at).getTime();
    const { tool, userRef, ...who } = attributionOf(usage);
    const consumerPrint = fingerprint(who);
    const consumer = consumers.get(consumerPrint) ?? {
      id: consumers.size + 1,
      fingerprint: consumerPrint,
      team_ref: who.teamRef,
      environment: who.environment,
      kind: who.kind,
      agent: who.agent,
      server_ref: who.serverRef,
      server_hint: who.serverHint,
      model: who.model,
      provider: who.provider,
      unit: who.unit,
      first_at: atMs,
      last_at: atMs,
    };
    consumer.first_at = Math.min(Number(consumer.first_at), atMs);
    consumer.last_at = Math.max(Number(consumer.last_at), atMs);
    consumers.set(consumerPrint, consumer);
    const print = fingerprint({ ...who, tool, userRef });
    const attribution = attributions.get(print) ?? {
      id: attributions.size + 1,
      fingerprint: print,
      consumer_id: consumer.id,
      tool,
      user_ref: userRef,
    };
    attributions.set(print, attribution);
    const counted = usage.counted ?? true;
    const one = sumsOfOne(usage);
    events.push({
      key: eventKey(who.teamRef, 'test', String(index)),
      batch_id: 1,
      attribution_id: attribution.id,
      occurred_at: atMs,
      revision: 0,
      counted,
      replaced_by: null,
      trace_id: usage.traceId ?? null,
      span_id: usage.spanId ?? null,
      parent_span_id: null,
      layer: 0,
      is_call: Number(one.calls),
      is_error: Number(one.errors),
      is_stated: 0,
      error_type: usage.errorType ?? null,
      duration_us: usage.durationMs === undefined ? null : one.duration_us,
      input_tokens: one.input_tokens,
      cached_tokens: one.cached_tokens,
      output_tokens: one.output_tokens,
      quantity_nanos: one.quantity_nanos,
      cost_nanos: usage.costNanos === null ? null : one.cost_nanos,
      price_id: null,
    });
    if (counted) {
      const hour = Math.floor(atMs / HOUR_MS);
      const day = Math.floor(hour / 24);
      const coarse = Object.fromEntries(
        Object.entries(one).filter(([column]) => !column.startsWith('latency')),
      );
      add('usage_hours', { hour, attribution_id: attribution.id }, one);
      add('usage_days', { day, attribution_id: attribution.id }, one);
      add('usage_consumer_days', { day, consumer_id: consumer.id }, one);
      add(
        'usage_team_days',
        {
          day,
          team_ref: who.teamRef,
          environment: who.environment,
          kind: who.kind,
        },
        coarse,
      );
      for (const [table, value] of [
        ['usage_server_days', { server_ref: consumer.server_ref }],
        ['usage_agent_days', { agent: consumer.agent }],
        ['usage_model_days', { model: consumer.model }],
      ] as const) {
        const key = { day, team_ref: who.teamRef, ...value, kind: who.kind };
        add(table, key, coarse);
      }
    }
  }
  await knex('usage_batches').insert({
    id: 1,
    source: 'usage',
    received_from: 'test',
    received_at: 0,
    state: 'rolled',
    events: events.length,
    rolled_at: 0,
  });
  await insert(knex, 'usage_consumers', [...consumers.values()]);
  await insert(knex, 'usage_attributions', [...attributions.values()]);
  await insert(knex, 'usage_events', events);
  for (const [table, rows] of tables) {
    await insert(knex, table, [...rows.values()]);
  }
}

async function insert(
  knex: Knex,
  table: string,
  rows: Record<string, unknown>[],
): Promise<void> {
  await inBatches(rows, async batch => {
    await knex.batchInsert(table, batch.map(asText), 100);
    return [];
  });
}

/** Neither driver takes 64 bits of a number; both columns take them as text. */
function asText(row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      typeof value === 'bigint' ? String(value) : value,
    ]),
  );
}

function fingerprint(value: object): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}
