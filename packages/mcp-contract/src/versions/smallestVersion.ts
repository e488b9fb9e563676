import type { SemVer } from 'semver';

import { raise } from './bumps';
import type { NeedsContracts } from './contractRequests';
import type { History } from './History';
import { bumpFor, judgeCandidate } from './judgeCandidate';

/**
 * The smallest release, above the base of a version, that the candidate could
 * be published as; without a base, from that version on.
 *
 * Goes upwards in leaps, and compares with the release below each landing only.
 * What it leaps over could not be accepted: of two releases of one line the
 * higher keeps what the lower promises, so that the candidate breaks, or adds
 * to, the higher too. Where that does not hold, as someone overruled the gate,
 * the answer may not be the smallest, but it is accepted.
 */
export function* smallestVersion(
  history: History,
  version: SemVer,
): NeedsContracts<SemVer> {
  const base = history.baseOf(version);
  let candidate = base
    ? raise(base, bumpFor(yield* history.diffFrom(base), base))
    : releaseOf(version);
  for (;;) {
    while (history.isTaken(candidate)) {
      candidate = raise(candidate, 'patch');
    }
    const judged = yield* judgeCandidate(history, candidate);
    if (judged.accepted) {
      return candidate;
    }
    // Nearer to a successor that stands in the way, nothing is better.
    candidate = judged.successor
      ? raise(judged.successor.version, 'patch')
      : raise(judged.base!, judged.requiredBump);
  }
}

function releaseOf(version: SemVer): SemVer {
  return version.prerelease.length > 0 ? raise(version, 'patch') : version;
}
