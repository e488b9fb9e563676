import semver, { type SemVer } from 'semver';

import type { Bump } from '../diff/change';
import { parseVersion } from './parseVersion';
import { VersionError } from './VersionError';

const ORDER: readonly Bump[] = ['none', 'patch', 'minor', 'major'];

/** Whether a bump is as large as the one that is needed. */
export function isEnough(bump: Bump, required: Bump): boolean {
  return ORDER.indexOf(bump) >= ORDER.indexOf(required);
}

/** Which number moved first. A prerelease counts as the release that it is for. */
export function bumpBetween(lower: SemVer, higher: SemVer): Bump {
  if (lower.major !== higher.major) {
    return 'major';
  }
  if (lower.minor !== higher.minor) {
    return 'minor';
  }
  return lower.patch === higher.patch ? 'none' : 'patch';
}

/** The next release after that bump; at least a patch. */
export function raise(version: SemVer, bump: Bump): SemVer {
  const from = ORDER.slice(Math.max(1, ORDER.indexOf(bump)));
  for (const release of from as ('patch' | 'minor' | 'major')[]) {
    const raised = semver.inc(version.version, release);
    // A number beyond 2^53 is none that can be read back.
    if (raised !== null && semver.valid(raised) !== null) {
      return parseVersion(raised);
    }
  }
  throw new VersionError({
    version: version.version,
    problem: 'there is no higher version',
    advice: 'Delete it and publish the same with lower numbers',
  });
}

/** Whether both promise to stay compatible: one major, or one `0.y`. */
export function isSameLine(a: SemVer, b: SemVer): boolean {
  return a.major === b.major && (a.major > 0 || a.minor === b.minor);
}
