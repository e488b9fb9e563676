import type { Foundation } from '../Foundation';
import { createNoticeSender, DatabaseNoticeStore } from '../notices';
import { AdmissionService } from './AdmissionService';
import { BudgetService } from './BudgetService';
import { DatabaseBudgetStore } from './DatabaseBudgetStore';
import { DatabaseIncreaseStore } from './DatabaseIncreaseStore';
import { IncreaseService } from './IncreaseService';
import { addBudgetRoutes } from './router';

/** Budgets, increases and admission, over HTTP. */
export async function addBudgets(foundation: Foundation): Promise<void> {
  const { knex } = foundation;
  const notices = new DatabaseNoticeStore({ knex });
  const stores = {
    budgetStore: new DatabaseBudgetStore({ knex }),
    increaseStore: new DatabaseIncreaseStore({ knex, notices }),
  };
  const statuses = foundation.budgets;
  addBudgetRoutes(foundation.router, {
    ...foundation,
    budgets: new BudgetService({ ...foundation, ...stores, statuses }),
    increases: new IncreaseService({
      ...foundation,
      ...stores,
      sender: createNoticeSender(foundation),
    }),
    admission: new AdmissionService({ ...foundation, statuses }),
  });
}
