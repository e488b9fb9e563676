import type { Knex } from 'knex';

import type { CostScope } from '../access';
import type { CheckResult } from './SumCheck';

/** How far usage is summed, and whether the sums are right. */
export interface SumStatus {
  pendingBatches: number;
  /** Of batches whose sums could not be written. */
  failedBatches: number;
  /** When the oldest batch came that is not summed yet. */
  pendingSince?: Date;
  keptFrom?: Date;
  check?: CheckResult;
  sample: boolean;
}

export class StatusStore {
  readonly #knex: Knex;

  constructor(options: { knex: Knex }) {
    this.#knex = options.knex;
  }

  /** The same for everyone: it tells of nobody's usage. */
  async read(_scope: CostScope): Promise<SumStatus> {
    const [state, pending, failed, sample] = await Promise.all([
      this.#knex('usage_rollup_state').where('id', 1).first(),
      this.#knex('usage_batches')
        .where('state', 'pending')
        .count('* as count')
        .min('received_at as since')
        .first(),
      this.#knex('usage_batches')
        .where('state', 'failed')
        .count('* as count')
        .first(),
      this.#knex('sample_usage').first('id'),
    ]);
    return {
      pendingBatches: Number(pending!.count),
      failedBatches: Number(failed!.count),
      pendingSince: toDate(pending!.since),
      keptFrom: toDate(state.kept_from),
      check: state.checked_at && {
        at: toDate(state.checked_at)!,
        differences: state.differences,
        message: state.check_message,
      },
      sample: sample !== undefined,
    };
  }
}

function toDate(ms: string | number | null | undefined): Date | undefined {
  return ms === null || ms === undefined ? undefined : new Date(Number(ms));
}
