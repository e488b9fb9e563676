/** What teams are found and ordered by. */
export interface OrderedTeam {
  teamRef: string;
  title: string;
  spentNanos: bigint;
  /** Missing without a budget. */
  usedShare?: number;
}

/**
 * Teams that match a search: those nearest to their limit first, those without
 * a budget last, by what they spent.
 */
export function orderTeams<T extends OrderedTeam>(
  teams: readonly T[],
  search: string | undefined,
): T[] {
  const words = (search ?? '').trim().toLocaleLowerCase('en-US');
  return teams
    .filter(({ title, teamRef }) =>
      `${title}\n${teamRef}`.toLocaleLowerCase('en-US').includes(words),
    )
    .sort(
      (a, b) =>
        (b.usedShare ?? -1) - (a.usedShare ?? -1) ||
        compareNumbers(b.spentNanos, a.spentNanos) ||
        a.title.localeCompare(b.title, 'en') ||
        a.teamRef.localeCompare(b.teamRef, 'en'),
    );
}

function compareNumbers(a: bigint, b: bigint): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
