import { inBatches } from '@mcp-portal/plugin-mcp-node';
import type { Knex } from 'knex';

import type { CostScope } from '../access';
import type { BudgetStore, KeptBudget } from './BudgetStore';
import { manages } from './teamRights';
import { whereTeam } from './whereTeam';

interface BudgetRow {
  team_ref: string;
  amount_nanos: string;
  soft_threshold: number;
  blocks: boolean | number;
  set_by: string;
  set_at: string;
}

/** Keeps budgets in the plugin's database. */
export class DatabaseBudgetStore implements BudgetStore {
  readonly #knex: Knex;

  constructor(options: { knex: Knex }) {
    this.#knex = options.knex;
  }

  async list(
    scope: CostScope,
    teamRefs?: readonly string[],
  ): Promise<KeptBudget[]> {
    const readable = () =>
      this.#knex('budgets').modify(whereTeam, scope.teams).orderBy('team_ref');
    const rows: BudgetRow[] = teamRefs
      ? await inBatches([...teamRefs], batch =>
          readable().whereIn('team_ref', batch),
        )
      : await readable();
    return rows.map(toKeptBudget);
  }

  async set(scope: CostScope, budget: KeptBudget): Promise<boolean> {
    if (!manages(scope, budget.teamRef)) {
      return false;
    }
    await this.#knex('budgets')
      .insert({
        team_ref: budget.teamRef,
        amount_nanos: String(budget.amountNanos),
        soft_threshold: budget.softThreshold,
        blocks: budget.blocks,
        set_by: budget.setBy,
        set_at: budget.setAt,
      })
      .onConflict('team_ref')
      .merge();
    return true;
  }

  async remove(scope: CostScope, teamRef: string): Promise<boolean> {
    const removed = await this.#knex('budgets')
      .modify(whereTeam, scope.manages)
      .where({ team_ref: teamRef })
      .delete();
    return removed > 0;
  }
}

function toKeptBudget(row: BudgetRow): KeptBudget {
  return {
    teamRef: row.team_ref,
    amountNanos: BigInt(row.amount_nanos),
    softThreshold: Number(row.soft_threshold),
    blocks: Boolean(row.blocks),
    setBy: row.set_by,
    setAt: row.set_at,
  };
}
