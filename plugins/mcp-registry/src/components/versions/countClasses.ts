import type { Change, ChangeClass } from '@mcp-portal/mcp-contract';

/** How many of the changes are of each class. */
export function countClasses(changes: Change[]): {
  [changeClass in ChangeClass]: number;
} {
  const counts = { breaking: 0, additive: 0, behavioural: 0, cosmetic: 0 };
  for (const change of changes) {
    counts[change.class] += 1;
  }
  return counts;
}
