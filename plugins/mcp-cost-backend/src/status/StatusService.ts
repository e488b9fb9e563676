import { NotAllowedError } from '@backstage/errors';
import type { CostStatus } from '@mcp-portal/plugin-mcp-cost-common';

import type { CostScope } from '../access';
import { dayOf, dayText } from '../time/days';
import type { StatusStore } from './StatusStore';
import type { SumCheck } from './SumCheck';

export class StatusService {
  readonly #store: StatusStore;
  readonly #check: SumCheck;
  readonly #currency: string;
  readonly #retentionDays: number;
  readonly #now: () => Date;

  constructor(options: {
    store: StatusStore;
    check: SumCheck;
    currency: string;
    retentionDays: number;
    now: () => Date;
  }) {
    this.#store = options.store;
    this.#check = options.check;
    this.#currency = options.currency;
    this.#retentionDays = options.retentionDays;
    this.#now = options.now;
  }

  async status(scope: CostScope): Promise<CostStatus> {
    const now = this.#now();
    const { check, ...sums } = await this.#store.read(scope);
    const keptFrom = dayText(
      Math.max(
        dayOf(sums.keptFrom?.getTime() ?? 0),
        dayOf(now.getTime()) - this.#retentionDays,
      ),
    );
    return {
      currency: this.#currency,
      summedUntil: (sums.pendingSince ?? now).toISOString(),
      pendingBatches: sums.pendingBatches,
      eventsKeptFrom: keptFrom,
      check: check && {
        at: check.at.toISOString(),
        equal: check.differences === 0 && sums.failedBatches === 0,
        differences: check.differences,
        message:
          sums.failedBatches === 0
            ? check.message
            : `${check.message} ${sums.failedBatches} batches could not be summed, and are left out.`,
      },
      sample: sums.sample,
    };
  }

  /**
   * Compares sums with events now.
   *
   * @throws NotAllowedError for whoever does not see all usage: it is work
   */
  async check(scope: CostScope): Promise<CostStatus> {
    if (scope.teams !== 'all') {
      throw new NotAllowedError(
        'Only who sees the usage of all teams may have the sums checked; the permission is mcp.cost.read.all.',
      );
    }
    await this.#check.run();
    return this.status(scope);
  }
}
