/** Where the portal shows a team's budget, and takes what it asks for. */
export function budgetPath(teamRef: string): string {
  return `/costs/budgets?team=${encodeURIComponent(teamRef)}`;
}
