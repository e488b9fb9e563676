import type { Knex } from 'knex';

import type { CatalogDirectory } from '../catalog';
import { DatabaseNoticeStore } from '../notices';
import type { UsageReader } from '../rollups';
import type { BudgetReader } from './BudgetReader';
import { BudgetStatuses } from './BudgetStatuses';
import { DatabaseBudgetStore } from './DatabaseBudgetStore';
import { DatabaseIncreaseStore } from './DatabaseIncreaseStore';

/** How teams stand, for all subjects that ask. */
export function createBudgets(options: {
  knex: Knex;
  reader: UsageReader;
  directory: CatalogDirectory;
  now: () => Date;
}): BudgetReader {
  const { knex } = options;
  return new BudgetStatuses({
    ...options,
    budgets: new DatabaseBudgetStore({ knex }),
    increases: new DatabaseIncreaseStore({
      knex,
      notices: new DatabaseNoticeStore({ knex }),
    }),
  });
}
