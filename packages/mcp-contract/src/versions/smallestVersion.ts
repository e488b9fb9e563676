import semver, { type SemVer } from 'semver';

import { raise } from './bumps';
import type { History, Release } from './History';
import { bumpFor, judgeCandidate } from './judgeCandidate';

/**
 * The smallest release, above the base of a version, that the candidate could
 * be published as; without a base, from that version on. Looks into each gap
 * between two releases, upwards: above the last there is always one.
 */
export function smallestVersion(history: History, version: SemVer): SemVer {
  const base = history.baseOf(version);
  const above = history.releases.filter(
    release => !base || semver.gt(release.version, base.version),
  );
  let lower = base;
  for (const upper of above) {
    const found = smallestBetween(history, lower, upper, version);
    if (found) {
      return found;
    }
    lower = upper;
  }
  return smallestBetween(history, lower, undefined, version)!;
}

/**
 * Only the first free number of a gap has to be judged: if the release above
 * stands in its way, it stands in the way of all that are nearer to it.
 */
function smallestBetween(
  history: History,
  lower: Release | undefined,
  upper: Release | undefined,
  version: SemVer,
): SemVer | undefined {
  let candidate = lower ? raise(lower.version, 'patch') : releaseOf(version);
  const isBelow = () => !upper || semver.lt(candidate, upper.version);
  if (lower && isBelow()) {
    candidate = raise(
      lower.version,
      bumpFor(history.diffFrom(lower), lower.version),
    );
  }
  while (isBelow() && history.isTaken(candidate)) {
    candidate = raise(candidate, 'patch');
  }
  return isBelow() && judgeCandidate(history, candidate).accepted
    ? candidate
    : undefined;
}

function releaseOf(version: SemVer): SemVer {
  return version.prerelease.length > 0 ? raise(version, 'patch') : version;
}
