import { DatabaseRollupWriter } from '@mcp-portal/plugin-mcp-cost-backend/src/rollups/DatabaseRollupWriter';
import type { Attribution } from '@mcp-portal/plugin-mcp-cost-backend/src/usage';
import { AttributionInterner } from '@mcp-portal/plugin-mcp-cost-backend/src/usage/AttributionInterner';
import type { Knex } from 'knex';

import {
  agentName,
  AGENTS,
  MODELS,
  serverName,
  serverOf,
  teamOf,
  teamRef,
  toolOf,
} from './organisation';

const DAY_MS = 86_400_000;
export const FILLED_DAYS = 90;
const SERVERS_OF_AGENT = 6;
const TOOLS = 12;
const MODELS_OF_AGENT = 3;
const USERS_OF_AGENT = 3;
const TOOL_SLOTS = SERVERS_OF_AGENT * TOOLS;
const SLOTS_OF_AGENT = (TOOL_SLOTS + MODELS_OF_AGENT) * USERS_OF_AGENT;
/** Rolled up at once; each covers days of its own. */
const EVENTS_OF_BATCH = 500_000;

/** Notes who may use what, so that SQL can draw from it. */
export async function prepareUsage(knex: Knex): Promise<void> {
  const attributions = Array.from({ length: AGENTS }, (_, agent) =>
    slotsOf(agent),
  ).flat();
  const ids = await new AttributionInterner({ knex }).idsOf(attributions);
  await knex.raw(
    'CREATE TABLE bench_slots (slot integer PRIMARY KEY, attribution_id integer NOT NULL, is_priced boolean NOT NULL)',
  );
  await knex.raw(
    `INSERT INTO bench_slots
     SELECT * FROM unnest(?::int[], ?::int[], ?::boolean[])`,
    [
      ids.map((_, slot) => slot),
      ids,
      attributions.map(({ serverRef }) => !serverRef.endsWith('9')),
    ],
  );
}

function slotsOf(agent: number): Attribution[] {
  const attribution = (user: number): Attribution => ({
    teamRef: teamRef(teamOf(agent)),
    environment: agent % 10 === 9 ? 'staging' : 'production',
    kind: 'tool-call',
    agent: `component:default/${agentName(agent)}`,
    // Most agents work for nobody in particular.
    userRef: user === 0 ? '' : `user:default/person-${agent * 2 + user}`,
    serverRef: '',
    serverHint: '',
    tool: '',
    model: '',
    provider: '',
    unit: '',
  });
  const times = <T>(count: number, make: (index: number) => T) =>
    Array.from({ length: count }, (_, index) => make(index));
  return [
    ...times(SERVERS_OF_AGENT, choice =>
      times(TOOLS, tool =>
        times(USERS_OF_AGENT, user => ({
          ...attribution(user),
          serverRef: `api:default/${serverName(serverOf(agent, choice))}`,
          tool: toolOf(tool),
        })),
      ),
    ).flat(2),
    ...times(MODELS_OF_AGENT, choice =>
      times(USERS_OF_AGENT, user => ({
        ...attribution(user),
        kind: 'model-call' as const,
        model: MODELS[(agent + choice) % MODELS.length],
        provider: 'acme',
      })),
    ).flat(),
  ];
}

const INSERT_EVENTS = `
  INSERT INTO usage_events (
    key, batch_id, occurred_at, duration_us, input_tokens, cached_tokens,
    output_tokens, quantity_nanos, cost_nanos, attribution_id, revision, layer,
    is_call, is_error, is_stated, counted
  )
  SELECT gen_random_uuid(), :batch, drawn.at, drawn.duration,
    CASE WHEN is_model THEN drawn.tokens ELSE 0 END,
    CASE WHEN is_model THEN drawn.tokens ELSE 0 END,
    CASE WHEN is_model THEN drawn.tokens / 10 ELSE 0 END,
    0,
    CASE
      WHEN NOT s.is_priced THEN NULL
      WHEN is_model THEN drawn.tokens * 4000
      ELSE 2000000
    END,
    s.attribution_id, 0, 0, 1, drawn.error, 0, true
  FROM (
    SELECT
      :from::bigint + (random() * :span::bigint)::bigint AS at,
      (1000 * power(random(), 3) * 5000)::bigint AS duration,
      (random() * 8000)::bigint AS tokens,
      (random() < 0.02)::int AS error,
      random() < 0.6 AS is_model,
      floor(${AGENTS} * power(random(), 2.5))::int AS agent,
      floor(${SERVERS_OF_AGENT} * power(random(), 2.5))::int AS server,
      floor(${TOOLS} * power(random(), 2.5))::int AS tool,
      floor(${MODELS_OF_AGENT} * power(random(), 2.5))::int AS model,
      floor(${USERS_OF_AGENT} * power(random(), 2.5))::int AS person
    FROM generate_series(1, :events::int)
  ) drawn
  JOIN bench_slots s ON s.slot = drawn.agent * ${SLOTS_OF_AGENT} + drawn.person
    + ${USERS_OF_AGENT} * CASE
      WHEN is_model THEN ${TOOL_SLOTS} + drawn.model
      ELSE drawn.server * ${TOOLS} + drawn.tool
    END`;

/**
 * Adds events of the last 90 days, drawn so that few agents, servers and tools
 * have most of the use, and has them summed by the product's own writer.
 */
export async function addUsage(knex: Knex, events: number): Promise<void> {
  const writer = new DatabaseRollupWriter({ knex });
  const batches = Math.max(1, Math.round(events / EVENTS_OF_BATCH));
  const firstMs =
    Math.floor(Date.now() / DAY_MS) * DAY_MS - (FILLED_DAYS - 1) * DAY_MS;
  const spanMs = Date.now() - firstMs;
  for (let batch = 0; batch < batches; batch++) {
    await writer.inTurn(async tx => {
      const [{ id }] = await tx('usage_batches').insert(
        {
          source: 'usage',
          received_from: 'bench',
          received_at: Date.now(),
          state: 'rolled',
          events: events / batches,
        },
        'id',
      );
      await tx.raw(INSERT_EVENTS, {
        batch: id,
        events: events / batches,
        from: Math.floor(firstMs + (spanMs * batch) / batches),
        span: Math.floor(spanMs / batches),
      });
      await writer.add(tx, query => query.where('e.batch_id', id), 1);
    });
    process.stderr.write(`  ${batch + 1} of ${batches} parts\n`);
  }
}
