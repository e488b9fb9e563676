import type { CatalogSnapshot } from '../catalog';
import { RefusedError } from '../ingestion/RefusedError';
import type { Reporter } from '../ingestion';
import type { CatalogIndex } from './CatalogIndex';
import { completeRef } from './completeRef';

/** Whose usage it is. */
export interface Found {
  teamRef: string;
  /** Missing where the team has no such agent in the catalog. */
  agentRef?: string;
}

interface Asked {
  catalog: CatalogSnapshot;
  index: CatalogIndex;
  reporter: Reporter;
  /** What the sender says the team is. */
  claim?: string;
  agentNames: readonly string[];
}

/**
 * The team that pays, and its agent.
 *
 * The credential says which teams it can be. Where that is more than one, the
 * agent decides, by whose it is in the catalog; where the catalog does not know
 * the agent, what the sender says. What a sender says never makes it a team that
 * the credential is not for.
 *
 * @throws RefusedError when it is not one team, or not one of the credential's
 */
export function findTeam(asked: Asked): Found {
  const { catalog, reporter, claim } = asked;
  const known = [reporter.teamRef, ...reporter.reportsFor].filter(ref =>
    catalog.teams.has(ref),
  );
  if (known.length === 0) {
    throw new RefusedError(
      'unknown-team',
      `${reporter.teamRef}, the team of the key, is not in the catalog`,
    );
  }
  const allowed = claim ? [claimedTeam(asked, claim, known)] : known;
  const found = agentIn(asked, allowed);
  if (found === 'several') {
    throw notAllowed(
      'several of the teams that the key reports for have an agent of this name; send its entity ref',
    );
  }
  if (found) {
    return found;
  }
  if (claim && agentIn(asked, known)) {
    throw notAllowed('the agent belongs to another team than it says');
  }
  if (allowed.length > 1 || (!claim && reporter.reportsFor.length > 0)) {
    throw notAllowed(
      'the key reports for several teams, and none of them has this agent in the catalog; register the agent, or say the team',
    );
  }
  return { teamRef: allowed[0] };
}

function claimedTeam(
  { index }: Asked,
  claim: string,
  known: readonly string[],
): string {
  const ref = completeRef(claim, 'group');
  const named = [...index.teamsNamed(claim)].filter(team =>
    known.includes(team),
  );
  const team = known.find(one => one === ref) ?? named[0];
  if (team === undefined || (team !== ref && named.length > 1)) {
    // The same for a team that exists and one that does not.
    throw notAllowed('the key does not report for the team that it names');
  }
  return team;
}

function agentIn(
  { index, agentNames }: Asked,
  teamRefs: readonly string[],
): Found | 'several' | undefined {
  for (const name of agentNames) {
    const found = teamRefs.flatMap(teamRef =>
      agentsOf(index, teamRef, name).map(agentRef => ({ teamRef, agentRef })),
    );
    if (found.length === 1) {
      return found[0];
    }
    if (found.length > 1) {
      const [{ teamRef }] = found;
      return found.every(one => one.teamRef === teamRef)
        ? // The team is plain; which of its agents it was is not.
          { teamRef }
        : 'several';
    }
  }
  return undefined;
}

function agentsOf(
  index: CatalogIndex,
  teamRef: string,
  name: string,
): string[] {
  const named = index.agentsNamed(teamRef, name);
  if (named.size > 0) {
    return [...named];
  }
  const ref = completeRef(name, 'component');
  return ref === undefined ? [] : [...index.agentsNamed(teamRef, ref)];
}

function notAllowed(message: string): RefusedError {
  return new RefusedError('team-not-allowed', message);
}
