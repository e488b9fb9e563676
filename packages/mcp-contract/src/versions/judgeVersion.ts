import type { CompareOptions } from '../diff';
import type { Contract } from '../snapshot/contract';
import { raise } from './bumps';
import { History } from './History';
import type { PublishedContract, VersionJudgement } from './judgement';
import { judgeCandidate } from './judgeCandidate';
import { parseVersion } from './parseVersion';
import { smallestVersion } from './smallestVersion';

/**
 * A contract to be published, and what it has to go with.
 * @public
 */
export interface VersionCandidate extends CompareOptions {
  /** What is published and still counts: not what was deleted. In any order. */
  published: readonly PublishedContract[];
  /** Further numbers that were used once, and never can be again. */
  taken?: readonly string[];
  contract: Contract;
}

/**
 * Decides whether a contract may be published as a version.
 *
 * It is compared with the newest release below that version: `1.4.3` with
 * `1.4.2`, also after `2.0.0`. The next release above it, of the same major
 * (or the same `0.y`), must keep what it promises. Prereleases are compared,
 * and nothing is compared with them.
 *
 * @throws `VersionError` when a version is none, `SettingError` when a
 *   severity names no rule or no class
 * @public
 */
export function judgeVersion(
  candidate: VersionCandidate & { version: string },
): VersionJudgement {
  const version = parseVersion(candidate.version);
  const history = historyOf(candidate);
  const { accepted, taken, base, diff, requiredBump, successor } =
    judgeCandidate(history, version);
  const smallest =
    accepted && !base ? version : smallestVersion(history, version);
  return {
    accepted,
    ...(taken ? { taken: true } : {}),
    ...(base ? { base: base.version.version } : {}),
    ...(diff ? { diff } : {}),
    requiredBump,
    ...(successor
      ? {
          successor: {
            version: successor.release.version.version,
            diff: successor.diff,
            requiredBump: successor.requiredBump,
          },
        }
      : {}),
    smallestVersion: smallest.version,
  };
}

const FIRST_VERSION = '1.0.0';

/**
 * Proposes the version that a contract should be published as: the smallest
 * above the newest release. `1.0.0` when there is none.
 *
 * @throws as {@link judgeVersion}
 * @public
 */
export function proposeVersion(candidate: VersionCandidate): VersionJudgement {
  const newest = historyOf(candidate).releases.at(-1);
  const { smallestVersion: version } = judgeVersion({
    ...candidate,
    version: newest ? raise(newest.version, 'patch').version : FIRST_VERSION,
  });
  return judgeVersion({ ...candidate, version });
}

function historyOf(candidate: VersionCandidate): History {
  const { published, taken = [], contract, severities, accepted } = candidate;
  return new History({
    published,
    taken,
    candidate: contract,
    compare: { severities, accepted },
  });
}
