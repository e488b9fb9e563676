import type { BudgetStatus } from '@mcp-portal/plugin-mcp-cost-common';

import type { CostScope } from '../access';

/** Tells others how teams stand. */
export interface BudgetReader {
  /** Teams of the scope that have a budget, or are named, with this month's spend. */
  statuses(
    scope: CostScope,
    teamRefs?: readonly string[],
  ): Promise<BudgetStatus[]>;
}
