import type { SemVer } from 'semver';

import type { CompareOptions } from '../diff';
import type { Contract } from '../snapshot/contract';
import { raise } from './bumps';
import {
  fetchingContracts,
  type NeedsContracts,
  withContracts,
} from './contractRequests';
import { History } from './History';
import type { PublishedContract, VersionJudgement } from './judgement';
import { judgeCandidate } from './judgeCandidate';
import { parseVersion } from './parseVersion';
import { smallestVersion } from './smallestVersion';

/** A contract to be published, whatever it has to go with. */
interface Candidate extends CompareOptions {
  /** Further numbers that were used once, and never can be again. */
  taken?: readonly string[];
  contract: Contract;
}

/**
 * A contract to be published, and what it has to go with.
 * @public
 */
export interface VersionCandidate extends Candidate {
  /** What is published and still counts: not what was deleted. In any order. */
  published: readonly PublishedContract[];
}

/**
 * As {@link VersionCandidate}, where the published contracts are not at hand.
 * @public
 */
export interface FetchingVersionCandidate extends Candidate {
  /** The versions that still count, in any order. */
  published: readonly string[];
  /** Gives the contract of one of these; asked for few of them, each once. */
  fetchContract: (version: string) => Promise<Contract>;
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
  return withPublished(candidate, published =>
    judging({ ...candidate, published }),
  );
}

/**
 * As {@link judgeVersion}, for a history of which only some contracts are worth
 * having in memory.
 *
 * @throws as it does, and what `fetchContract` throws
 * @public
 */
export async function judgeVersionFetching(
  candidate: FetchingVersionCandidate & { version: string },
): Promise<VersionJudgement> {
  return fetchingContracts(judging(candidate), candidate.fetchContract);
}

/**
 * Proposes the version that a contract should be published as: the smallest
 * above the newest release. `1.0.0` when there is none.
 *
 * @throws as {@link judgeVersion}
 * @public
 */
export function proposeVersion(candidate: VersionCandidate): VersionJudgement {
  return withPublished(candidate, published =>
    proposing({ ...candidate, published }),
  );
}

/**
 * As {@link proposeVersion}, for a history of which only some contracts are
 * worth having in memory.
 *
 * @throws as {@link judgeVersionFetching}
 * @public
 */
export async function proposeVersionFetching(
  candidate: FetchingVersionCandidate,
): Promise<VersionJudgement> {
  return fetchingContracts(proposing(candidate), candidate.fetchContract);
}

const FIRST_VERSION = '1.0.0';

interface Sought extends Candidate {
  published: readonly string[];
}

function* judging(
  candidate: Sought & { version: string },
): NeedsContracts<VersionJudgement> {
  const version = parseVersion(candidate.version);
  return yield* judgeIn(historyOf(candidate), version);
}

function* proposing(candidate: Sought): NeedsContracts<VersionJudgement> {
  const history = historyOf(candidate);
  const newest = history.releases.at(-1);
  const start = newest ? raise(newest, 'patch') : parseVersion(FIRST_VERSION);
  const { smallestVersion: version } = yield* judgeIn(history, start);
  return yield* judgeIn(history, parseVersion(version));
}

function* judgeIn(
  history: History,
  version: SemVer,
): NeedsContracts<VersionJudgement> {
  const { accepted, taken, base, diff, requiredBump, successor } =
    yield* judgeCandidate(history, version);
  const smallest =
    accepted && !base ? version : yield* smallestVersion(history, version);
  return {
    accepted,
    ...(taken ? { taken: true } : {}),
    ...(base ? { base: base.version } : {}),
    ...(diff ? { diff } : {}),
    requiredBump,
    ...(successor
      ? { successor: { ...successor, version: successor.version.version } }
      : {}),
    smallestVersion: smallest.version,
  };
}

function withPublished(
  { published }: VersionCandidate,
  work: (published: string[]) => NeedsContracts<VersionJudgement>,
): VersionJudgement {
  const contracts = new Map(
    published.map(({ version, contract }) => [version, contract]),
  );
  // It asks only for what it was given.
  return withContracts(
    work([...contracts.keys()]),
    version => contracts.get(version)!,
  );
}

function historyOf({
  published,
  taken = [],
  contract,
  severities,
  accepted,
}: Sought): History {
  return new History({
    published,
    taken,
    candidate: contract,
    compare: { severities, accepted },
  });
}
