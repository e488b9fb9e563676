import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';

import { findDifferences } from './sumDifferences';

/** What the last comparison of sums and events found. */
export interface CheckResult {
  at: Date;
  differences: number;
  message: string;
}

/** Compares sums with events, and keeps the result where all replicas see it. */
export class SumCheck {
  readonly #knex: Knex;
  readonly #logger: LoggerService;
  readonly #now: () => Date;
  #running: Promise<CheckResult> | undefined;

  constructor(options: { knex: Knex; logger: LoggerService; now: () => Date }) {
    this.#knex = options.knex;
    this.#logger = options.logger;
    this.#now = options.now;
  }

  /** Who asks while it runs gets the same result. */
  run(): Promise<CheckResult> {
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  async #run(): Promise<CheckResult> {
    const found = await findDifferences(this.#knex);
    const differences = found.reduce((sum, { count }) => sum + count, 0);
    const message =
      differences === 0
        ? 'All sums equal the events that they are of.'
        : `${found
            .map(({ table, count }) => `${count} rows of ${table}`)
            .join(', ')} are not the sums of their events.`;
    const result = { at: this.#now(), differences, message };
    await this.#knex('usage_rollup_state').where('id', 1).update({
      checked_at: result.at.getTime(),
      differences,
      check_message: message,
    });
    if (differences > 0) {
      this.#logger.error(`Sums of usage are wrong: ${message}`);
    }
    return result;
  }
}
