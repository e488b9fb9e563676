import type { Knex } from 'knex';

import { DAY_MS } from '../time/days';
import type { Attribution, EntryMeasures } from '../usage';
import type { RepricingCursor, RepricingJob } from './RepricingStore';

/** A stored event, as far as its price depends on it. */
export interface StoredEvent {
  key: string;
  attributionId: number;
  occurredAtMs: number;
  attribution: Attribution;
  measures: EntryMeasures;
  costNanos?: bigint;
  priceId?: number;
  /** Whether the sums hold it. */
  inSums: boolean;
}

interface EventRow {
  key: string;
  occurred_at: string | number;
  input_tokens: string | number;
  cached_tokens: string | number;
  output_tokens: string | number;
  quantity: string;
  cost: string | null;
  price_id: number | null;
  counted: boolean | number;
  batch_state: string;
}

type AttributionRow = Record<
  | 'team_ref'
  | 'environment'
  | 'kind'
  | 'agent'
  | 'server_ref'
  | 'server_hint'
  | 'model'
  | 'provider'
  | 'unit'
  | 'tool'
  | 'user_ref',
  string
>;

/**
 * The next events of one attribution in a repricing's days, in the order of time
 * and key: a range of one index, however many events there are.
 */
export async function readStoredEvents(
  tx: Knex.Transaction,
  job: RepricingJob,
  attributionId: number,
  options: { after?: RepricingCursor; limit: number },
): Promise<StoredEvent[]> {
  const { after, limit } = options;
  const query = tx('usage_events as e')
    .join('usage_batches as b', 'b.id', 'e.batch_id')
    .where('e.attribution_id', attributionId)
    .where('e.occurred_at', '>=', job.fromDay * DAY_MS)
    .orderBy(['e.occurred_at', 'e.key'])
    .limit(limit)
    .select(
      'e.key',
      'e.occurred_at',
      'e.input_tokens',
      'e.cached_tokens',
      'e.output_tokens',
      // As text: SQLite would round what is beyond 2^53.
      tx.raw('CAST(e.quantity_nanos AS TEXT) AS quantity'),
      tx.raw('CAST(e.cost_nanos AS TEXT) AS cost'),
      'e.price_id',
      'e.counted',
      'b.state as batch_state',
    );
  if (job.toDay !== undefined) {
    query.where('e.occurred_at', '<', job.toDay * DAY_MS);
  }
  if (after?.attributionId === attributionId) {
    const { occurredAtMs, key } = after;
    query
      .where('e.occurred_at', '>=', occurredAtMs)
      .where(later =>
        later
          .where('e.occurred_at', '>', occurredAtMs)
          .orWhere('e.key', '>', key),
      );
  }
  const rows: EventRow[] = await query;
  if (rows.length === 0) {
    return [];
  }
  const attribution = await readAttribution(tx, attributionId);
  return rows.map(row => toStoredEvent(row, attributionId, attribution));
}

async function readAttribution(
  tx: Knex.Transaction,
  id: number,
): Promise<Attribution> {
  const row: AttributionRow = await tx('usage_attributions as a')
    .join('usage_consumers as c', 'c.id', 'a.consumer_id')
    .where('a.id', id)
    .first('c.*', 'a.tool', 'a.user_ref');
  return {
    teamRef: row.team_ref,
    environment: row.environment,
    kind: row.kind as Attribution['kind'],
    agent: row.agent,
    userRef: row.user_ref,
    serverRef: row.server_ref,
    serverHint: row.server_hint,
    tool: row.tool,
    model: row.model,
    provider: row.provider,
    unit: row.unit,
  };
}

function toStoredEvent(
  row: EventRow,
  attributionId: number,
  attribution: Attribution,
): StoredEvent {
  return {
    key: row.key,
    attributionId,
    occurredAtMs: Number(row.occurred_at),
    attribution,
    measures: {
      isCall: attribution.kind === 'tool-call',
      isError: false,
      inputTokens: Number(row.input_tokens),
      cachedInputTokens: Number(row.cached_tokens),
      outputTokens: Number(row.output_tokens),
      quantityNanos: BigInt(row.quantity),
    },
    costNanos: row.cost === null ? undefined : BigInt(row.cost),
    priceId: row.price_id ?? undefined,
    inSums: Boolean(row.counted) && row.batch_state === 'rolled',
  };
}
