import type { CostScope } from '../access';

/** Whether the scope may set a team's budget and decide what it asks for. */
export function manages(scope: CostScope, teamRef: string): boolean {
  return scope.manages === 'all' || scope.manages.includes(teamRef);
}

/** Whether the caller is one of the team. */
export function isMember(scope: CostScope, teamRef: string): boolean {
  return scope.memberOf === 'all' || scope.memberOf.includes(teamRef);
}

/** Whether the caller may see what the team spends. */
export function mayRead(scope: CostScope, teamRef: string): boolean {
  return scope.teams === 'all' || scope.teams.includes(teamRef);
}
