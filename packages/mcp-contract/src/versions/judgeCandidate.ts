import type { SemVer } from 'semver';

import type { Bump, ContractDiff } from '../diff/change';
import { requiredBump } from '../diff/verdict';
import { bumpBetween, isEnough, isSameLine } from './bumps';
import type { History, Release } from './History';

/** What is said of one number for the candidate. */
export interface CandidateJudgement {
  accepted: boolean;
  taken: boolean;
  base?: Release;
  diff?: ContractDiff;
  requiredBump: Bump;
  /** What stands in the way above it. */
  successor?: { release: Release; diff: ContractDiff; requiredBump: Bump };
}

/** Whether the candidate could be published as that version. */
export function judgeCandidate(
  history: History,
  version: SemVer,
): CandidateJudgement {
  const taken = history.isTaken(version);
  const base = history.baseOf(version);
  const diff = base && history.diffFrom(base);
  const required = diff && base ? bumpFor(diff, base.version) : 'none';
  const isLargeEnough =
    !base || isEnough(bumpBetween(base.version, version), required);
  // The base's own contract promises nothing anew in its line.
  const isAgain =
    base && diff?.verdict === 'none' && isSameLine(base.version, version);
  const successor =
    isLargeEnough && !isAgain ? blockingSuccessor(history, version) : undefined;
  return {
    accepted: !taken && isLargeEnough && !successor,
    taken,
    base,
    diff,
    requiredBump: required,
    successor,
  };
}

/** What changes since a version need, in its own numbering. */
export function bumpFor(diff: ContractDiff, from: SemVer): Bump {
  return requiredBump(diff.verdict, from.version);
}

/**
 * Whoever takes this version is moved on to the next release of its line: that
 * one must keep what this one promises. Unless it did not keep what the base
 * promised either: then this version is not what stands in the way.
 */
function blockingSuccessor(history: History, version: SemVer) {
  const release = history.successorOf(version);
  if (!release) {
    return undefined;
  }
  const diff = history.diffTo(release);
  const required = bumpFor(diff, version);
  if (isEnough(bumpBetween(version, release.version), required)) {
    return undefined;
  }
  const base = history.baseOf(version);
  if (base && !fits(history.diffBetween(base, release), base, release)) {
    return undefined;
  }
  return { release, diff, requiredBump: required };
}

function fits(diff: ContractDiff, from: Release, to: Release): boolean {
  return isEnough(
    bumpBetween(from.version, to.version),
    bumpFor(diff, from.version),
  );
}
