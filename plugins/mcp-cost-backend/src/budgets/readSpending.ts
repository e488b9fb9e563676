import type { CostScope } from '../access';
import type { UsageReader } from '../rollups';
import { DAY_MS, dayOf } from '../time/days';
import { FORECAST_HISTORY_DAYS, monthOf, type DayCost } from './forecast';

/** More names than these are not put into a query. */
const MAX_NAMED_TEAMS = 400;

/** What teams spent this month so far, in one query. */
export async function readMonthSpends(
  reader: UsageReader,
  scope: CostScope,
  teamRefs: readonly string[],
  now: Date,
): Promise<Map<string, bigint>> {
  const rows = await reader.read(ofTeams(scope), {
    fromMs: DAY_MS * monthOf(now).firstDay,
    toMs: DAY_MS * (dayOf(now.getTime()) + 1),
    by: ['team'],
    ...named(teamRefs),
  });
  return new Map(rows.map(({ values, sums }) => [values[0], sums.costNanos]));
}

/**
 * What each day cost each team, this month and as far back as a forecast looks,
 * in one query.
 */
export async function readDailyCosts(
  reader: UsageReader,
  scope: CostScope,
  teamRefs: readonly string[],
  now: Date,
): Promise<Map<string, DayCost[]>> {
  const costs = new Map<string, DayCost[]>(teamRefs.map(ref => [ref, []]));
  if (teamRefs.length === 0) {
    return costs;
  }
  const today = dayOf(now.getTime());
  const rows = await reader.read(ofTeams(scope), {
    fromMs:
      DAY_MS * Math.min(monthOf(now).firstDay, today - FORECAST_HISTORY_DAYS),
    toMs: DAY_MS * (today + 1),
    bucket: 'day',
    by: ['team'],
    ...named(teamRefs),
  });
  for (const { atMs, values, sums } of rows) {
    costs
      .get(values[0])
      ?.push({ day: dayOf(atMs!), costNanos: sums.costNanos });
  }
  return costs;
}

function named(teamRefs: readonly string[]) {
  return teamRefs.length <= MAX_NAMED_TEAMS
    ? { filters: { team: teamRefs } }
    : {};
}

/**
 * Less than the caller's scope: only what teams of theirs spent, which the sums
 * by team tell, however many calls there were.
 */
function ofTeams(scope: CostScope): CostScope {
  return { ...scope, servers: [] };
}
