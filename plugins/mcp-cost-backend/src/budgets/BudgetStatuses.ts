import type { BudgetStatus } from '@mcp-portal/plugin-mcp-cost-common';

import type { CostScope } from '../access';
import type { CatalogDirectory } from '../catalog';
import type { UsageReader } from '../rollups';
import type { BudgetReader } from './BudgetReader';
import type { BudgetStore } from './BudgetStore';
import { describeIncrease, grantedOf } from './describeIncrease';
import { monthOf } from './forecast';
import type { IncreaseStore } from './IncreaseStore';
import { readDailyCosts } from './readSpending';
import { isMember, manages, mayRead } from './teamRights';
import { toBudgetStatus } from './toBudgetStatus';

/**
 * Says how teams stand: budget, what was granted beyond it, spend, forecast.
 */
export class BudgetStatuses implements BudgetReader {
  readonly #budgets: BudgetStore;
  readonly #increases: IncreaseStore;
  readonly #reader: UsageReader;
  readonly #directory: CatalogDirectory;
  readonly #now: () => Date;

  constructor(options: {
    budgets: BudgetStore;
    increases: IncreaseStore;
    reader: UsageReader;
    directory: CatalogDirectory;
    now: () => Date;
  }) {
    this.#budgets = options.budgets;
    this.#increases = options.increases;
    this.#reader = options.reader;
    this.#directory = options.directory;
    this.#now = options.now;
  }

  async statuses(
    scope: CostScope,
    teamRefs?: readonly string[],
  ): Promise<BudgetStatus[]> {
    const now = this.#now();
    const budgets = await this.#budgets.list(scope, teamRefs);
    const refs = teamRefs
      ? teamRefs.filter(ref => mayRead(scope, ref))
      : budgets.map(({ teamRef }) => teamRef);
    const [daily, increases, catalog] = await Promise.all([
      readDailyCosts(this.#reader, scope, refs, now),
      this.#increases.ofMonth(scope, monthOf(now).text, refs),
      this.#directory.current(),
    ]);
    const budgetOf = new Map(budgets.map(budget => [budget.teamRef, budget]));
    return refs.map(teamRef => {
      const title = catalog.teams.get(teamRef)?.title;
      const budget = budgetOf.get(teamRef);
      const own = increases.filter(increase => increase.teamRef === teamRef);
      const pending = own.find(({ state }) => state === 'pending');
      const mayManage = manages(scope, teamRef);
      return {
        ...toBudgetStatus({
          teamRef,
          title,
          budget,
          grantedNanos: grantedOf(own),
          daily: daily.get(teamRef) ?? [],
          now,
        }),
        ...(pending && {
          pendingIncrease: describeIncrease(scope, pending, title),
        }),
        may: {
          set: mayManage,
          ask: Boolean(budget) && !pending && isMember(scope, teamRef),
          decide: mayManage,
        },
      };
    });
  }
}
