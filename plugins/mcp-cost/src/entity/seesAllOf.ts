import type { CostOverview } from '@mcp-portal/plugin-mcp-cost-common';

/** Whether somebody sees all usage of what a team owns, or only their part of it. */
export function seesAllOf(
  sees: CostOverview['sees'],
  ownerRef: string,
): boolean {
  return sees.all || sees.teams.includes(ownerRef);
}
