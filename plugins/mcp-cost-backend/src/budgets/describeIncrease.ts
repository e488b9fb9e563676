import type { BudgetIncrease } from '@mcp-portal/plugin-mcp-cost-common';

import type { CostScope } from '../access';
import type { KeptIncrease } from './IncreaseStore';
import { manages } from './teamRights';

/** An increase as a caller sees it. */
export function describeIncrease(
  scope: CostScope,
  increase: KeptIncrease,
  title: string | undefined,
): BudgetIncrease {
  return {
    ...increase,
    ...(title !== undefined && { title }),
    // Nobody grants themselves more.
    mayDecide:
      increase.state === 'pending' &&
      increase.askedBy !== scope.actor &&
      manages(scope, increase.teamRef),
  };
}

/** What was granted beyond a month's budget. */
export function grantedOf(increases: readonly KeptIncrease[]): bigint {
  return increases
    .filter(({ state }) => state === 'granted')
    .reduce((sum, { amountNanos }) => sum + BigInt(amountNanos), 0n);
}
