import type { SemVer } from 'semver';

import type { Bump, ContractDiff } from '../diff/change';
import { requiredBump } from '../diff/verdict';
import { bumpBetween, isEnough, isSameLine } from './bumps';
import type { NeedsContracts } from './contractRequests';
import type { History } from './History';

/** What is said of one number for the candidate. */
export interface CandidateJudgement {
  accepted: boolean;
  taken: boolean;
  base?: SemVer;
  diff?: ContractDiff;
  requiredBump: Bump;
  /** What stands in the way above it. */
  successor?: { version: SemVer; diff: ContractDiff; requiredBump: Bump };
}

/** Whether the candidate could be published as that version. */
export function* judgeCandidate(
  history: History,
  version: SemVer,
): NeedsContracts<CandidateJudgement> {
  const taken = history.isTaken(version);
  const base = history.baseOf(version);
  const diff = base && (yield* history.diffFrom(base));
  const required = diff && base ? bumpFor(diff, base) : 'none';
  const isLargeEnough = !base || isEnough(bumpBetween(base, version), required);
  // The base's own contract promises nothing anew in its line.
  const isAgain = base && diff?.verdict === 'none' && isSameLine(base, version);
  const successor =
    isLargeEnough && !isAgain
      ? yield* blockingSuccessor(history, version)
      : undefined;
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
function* blockingSuccessor(
  history: History,
  version: SemVer,
): NeedsContracts<CandidateJudgement['successor']> {
  const successor = history.successorOf(version);
  if (!successor) {
    return undefined;
  }
  const diff = yield* history.diffTo(successor);
  const required = bumpFor(diff, version);
  if (isEnough(bumpBetween(version, successor), required)) {
    return undefined;
  }
  const base = history.baseOf(version);
  if (base) {
    const between = yield* history.diffBetween(base, successor);
    if (!isEnough(bumpBetween(base, successor), bumpFor(between, base))) {
      return undefined;
    }
  }
  return { version: successor, diff, requiredBump: required };
}
