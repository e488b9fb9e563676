import type { Knex } from 'knex';

import type { CostScope } from '../access';

export interface SampleState {
  startedAtMs: number;
  madeUntilMs: number;
}

/** Keeps how far sample usage was made. */
export class SampleStateStore {
  readonly #knex: Knex;

  constructor(options: { knex: Knex }) {
    this.#knex = options.knex;
  }

  /** Only tasks, which have everything in scope, make sample usage. */
  async read(scope: CostScope): Promise<SampleState | undefined> {
    requireEverything(scope);
    const row = await this.#knex('sample_usage').where({ id: 1 }).first();
    return (
      row && {
        startedAtMs: Number(row.first_started_at),
        madeUntilMs: Number(row.made_until),
      }
    );
  }

  async write(scope: CostScope, state: SampleState): Promise<void> {
    requireEverything(scope);
    await this.#knex('sample_usage')
      .insert({
        id: 1,
        first_started_at: state.startedAtMs,
        made_until: state.madeUntilMs,
      })
      .onConflict('id')
      .merge(['made_until']);
  }
}

function requireEverything(scope: CostScope): void {
  if (scope.teams !== 'all') {
    throw new Error(`Sample usage is not for ${scope.actor}`);
  }
}
