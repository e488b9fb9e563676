import { LATENCY_BOUNDS_MS } from '@mcp-portal/plugin-mcp-cost-common';

const HOUR_MS = 3_600_000;
const US_PER_MS = 1_000;

/** What is summed, and from what of an event `e`. */
const MEASURES: Record<string, string> = {
  events: 'count(*)',
  calls: 'sum(e.is_call)',
  errors: 'sum(e.is_error)',
  input_tokens: 'sum(e.input_tokens)',
  cached_tokens: 'sum(e.cached_tokens)',
  output_tokens: 'sum(e.output_tokens)',
  quantity_nanos: 'sum(e.quantity_nanos)',
  cost_nanos: 'coalesce(sum(e.cost_nanos), 0)',
  unpriced_events: 'count(*) - count(e.cost_nanos)',
  timed_calls:
    'coalesce(sum(CASE WHEN e.duration_us IS NOT NULL THEN e.is_call END), 0)',
  duration_us: 'coalesce(sum(e.duration_us * e.is_call), 0)',
};

/** Calls by how long they took; the upper bounds are inclusive. */
const LATENCIES: Record<string, string> = Object.fromEntries(
  [0, ...LATENCY_BOUNDS_MS].map((above, bucket) => {
    const bound = LATENCY_BOUNDS_MS[bucket];
    const conditions = [
      ...(bucket > 0 ? [`e.duration_us > ${above * US_PER_MS}`] : []),
      ...(bound === undefined ? [] : [`e.duration_us <= ${bound * US_PER_MS}`]),
    ];
    return [
      `latency_${bucket}`,
      `coalesce(sum(CASE WHEN ${conditions.join(
        ' AND ',
      )} THEN e.is_call END), 0)`,
    ];
  }),
);

const SHORT = Object.keys(MEASURES);
const LONG = [...SHORT, ...Object.keys(LATENCIES)];

const CONSUMERS = 'JOIN usage_consumers c ON c.id = d.consumer_id';

/** The sums of one table, and how its rows come from those by hour, `d`. */
export interface SumTable {
  name: string;
  keys: Record<string, string>;
  sums: readonly string[];
  /** What the keys need beside `d`. */
  join: string;
}

/** All tables of sums, each from the rows by hour and attribution. */
export const SUM_TABLES: readonly SumTable[] = [
  {
    name: 'usage_hours',
    keys: { hour: 'd.hour', attribution_id: 'd.attribution_id' },
    sums: LONG,
    join: '',
  },
  {
    name: 'usage_days',
    keys: { day: 'd.hour / 24', attribution_id: 'd.attribution_id' },
    sums: LONG,
    join: '',
  },
  {
    name: 'usage_consumer_days',
    keys: { day: 'd.hour / 24', consumer_id: 'd.consumer_id' },
    sums: LONG,
    join: '',
  },
  {
    name: 'usage_team_days',
    keys: {
      day: 'd.hour / 24',
      team_ref: 'c.team_ref',
      environment: 'c.environment',
      kind: 'c.kind',
    },
    sums: SHORT,
    join: CONSUMERS,
  },
  ...['server_ref', 'agent', 'model'].map(column => ({
    name: `usage_${column.replace('_ref', '')}_days`,
    keys: {
      day: 'd.hour / 24',
      team_ref: 'c.team_ref',
      [column]: `c.${column}`,
      kind: 'c.kind',
    },
    sums: SHORT,
    join: CONSUMERS,
  })),
];

/** The select list over events `e` that gives rows by hour and attribution. */
export function hourColumns(sign: 1 | -1): string {
  return [
    `CAST(e.occurred_at / ${HOUR_MS} AS integer) AS hour`,
    'e.attribution_id AS attribution_id',
    'min(a.consumer_id) AS consumer_id',
    ...Object.entries({ ...MEASURES, ...LATENCIES }).map(
      ([name, sum]) => `CAST(${sign} * (${sum}) AS bigint) AS ${name}`,
    ),
    'min(e.occurred_at) AS first_at',
    'max(e.occurred_at) AS last_at',
  ].join(',\n');
}

/** Adds the rows by hour, called `usage_delta`, to one table of sums. */
export function upsertSums({ name, keys, sums, join }: SumTable): string {
  const isByHour = name === 'usage_hours';
  const keyNames = Object.keys(keys).join(', ');
  const keyValues = Object.values(keys).join(', ');
  return `
    INSERT INTO ${name} (${keyNames}, ${sums.join(', ')})
    SELECT ${keyValues}, ${sums
    .map(sum => (isByHour ? `d.${sum}` : `CAST(sum(d.${sum}) AS bigint)`))
    .join(', ')}
    FROM usage_delta d ${join}
    WHERE true
    ${isByHour ? '' : `GROUP BY ${keyValues}`}
    ON CONFLICT (${keyNames}) DO UPDATE SET
      ${sums
        .map(sum => `${sum} = ${name}.${sum} + excluded.${sum}`)
        .join(', ')}`;
}

/** Notes the first and the last use by each consumer in `usage_delta`. */
export const UPDATE_CONSUMERS = `
  UPDATE usage_consumers SET
    first_at = CASE WHEN usage_consumers.first_at < d.first_at
      THEN usage_consumers.first_at ELSE d.first_at END,
    last_at = CASE WHEN usage_consumers.last_at > d.last_at
      THEN usage_consumers.last_at ELSE d.last_at END
  FROM (
    SELECT consumer_id, min(first_at) AS first_at, max(last_at) AS last_at
    FROM usage_delta GROUP BY consumer_id
  ) d
  WHERE usage_consumers.id = d.consumer_id AND (
    usage_consumers.first_at IS NULL OR usage_consumers.first_at > d.first_at
    OR usage_consumers.last_at < d.last_at
  )`;
