import { NotAllowedError } from '@backstage/errors';
import type { ReuseAssumptions } from '@mcp-portal/plugin-mcp-cost-common';
import type { Knex } from 'knex';

import type { CostScope } from '../../access';
import type { ReuseStore } from './ReuseStore';

const ID = 1;

/** Keeps them in the plugin's database. They are the same for everyone. */
export class DatabaseReuseStore implements ReuseStore {
  readonly #knex: Knex;
  readonly #now: () => Date;

  constructor(options: { knex: Knex; now: () => Date }) {
    this.#knex = options.knex;
    this.#now = options.now;
  }

  async read(_scope: CostScope): Promise<ReuseAssumptions | undefined> {
    const row = await this.#knex('reuse_assumptions').where({ id: ID }).first();
    return (
      row && {
        buildCost: row.build_cost,
        runCostPerMonth: row.run_cost_per_month,
        months: row.months,
      }
    );
  }

  /** @throws NotAllowedError for who may not change prices */
  async write(scope: CostScope, assumptions: ReuseAssumptions): Promise<void> {
    if (!scope.mayPrice) {
      throw new NotAllowedError(
        'Only who may change prices may change what building a server is assumed to cost. To try other numbers, give them with the question.',
      );
    }
    await this.#knex('reuse_assumptions')
      .insert({
        id: ID,
        build_cost: assumptions.buildCost,
        run_cost_per_month: assumptions.runCostPerMonth,
        months: assumptions.months,
        changed_by: scope.actor,
        changed_at: this.#now().getTime(),
      })
      .onConflict('id')
      .merge();
  }
}
