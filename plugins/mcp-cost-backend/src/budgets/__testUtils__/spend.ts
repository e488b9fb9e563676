import type { Knex } from 'knex';

import { dayOf } from '../../time/days';

const NOTHING = {
  events: 1,
  calls: 1,
  errors: 0,
  input_tokens: 0,
  cached_tokens: 0,
  output_tokens: 0,
  quantity_nanos: 0,
  unpriced_events: 0,
  timed_calls: 0,
  duration_us: 0,
};

/** Writes into the sums that a team spent something today. */
export async function spend(
  knex: Knex,
  teamRef: string,
  costNanos: bigint,
): Promise<void> {
  await knex('usage_team_days')
    .insert({
      ...NOTHING,
      day: dayOf(Date.now()),
      team_ref: teamRef,
      environment: 'production',
      kind: 'tool-call',
      cost_nanos: String(costNanos),
    })
    .onConflict(['day', 'team_ref', 'environment', 'kind'])
    .merge(['cost_nanos']);
}
