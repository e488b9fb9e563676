import type { Knex } from 'knex';

import { dayOf, dayText } from '../time/days';

/** How far sums and single events reach; the same for everyone. */
export class SumsState {
  readonly #knex: Knex;
  readonly #now: () => Date;

  constructor(options: { knex: Knex; now: () => Date }) {
    this.#knex = options.knex;
    this.#now = options.now;
  }

  /** What was taken in before it is in the sums. */
  async summedUntil(): Promise<string> {
    const pending = await this.#knex('usage_batches')
      .where('state', 'pending')
      .min({ since: 'received_at' })
      .first();
    return (
      pending?.since ? new Date(Number(pending.since)) : this.#now()
    ).toISOString();
  }

  /** First day whose single events are kept; sums go back further. */
  async keptFrom(): Promise<string> {
    const state = await this.#knex('usage_rollup_state').first('kept_from');
    if (state?.kept_from) {
      return dayText(dayOf(Number(state.kept_from)));
    }
    // Nothing was deleted yet.
    const used = await this.#knex('usage_consumers')
      .min({ first: 'first_at' })
      .first();
    return dayText(
      dayOf(used?.first ? Number(used.first) : this.#now().getTime()),
    );
  }
}
