import { diff as semverDiff } from 'semver';

import type { Bump, ContractDiff } from '../../change';
import { compareContracts } from '../../compareContracts';
import { requiredBump } from '../../verdict';
import { hasContract, type ArchivedHistory } from './HistoryArchive';

/** One version compared with the next that answers. */
export interface Comparison {
  from: string;
  to: string;
  diff: ContractDiff;
  /** What the changes need, in the numbering of `from`. */
  requiredBump: Bump;
  /** How far the number did move. */
  madeBump: Exclude<Bump, 'none'>;
  /** Whether both are numbered by date, which says nothing about changes. */
  byDate: boolean;
}

const BUMPS: Bump[] = ['none', 'patch', 'minor', 'major'];

/** Versions that are dates start with a year. */
const FIRST_YEAR = 2000;

/** Each version with the next, the oldest first. */
export function compareHistory(history: ArchivedHistory): Comparison[] {
  const answered = history.versions.filter(hasContract);
  return answered.slice(1).map((after, index) => {
    const before = answered[index];
    const diff = compareContracts(before.contract, after.contract);
    return {
      from: before.version,
      to: after.version,
      diff,
      requiredBump: requiredBump(diff.verdict, before.version),
      madeBump: bumpBetween(before.version, after.version),
      byDate: isDate(before.version) && isDate(after.version),
    };
  });
}

/** Whether the number moved as far as the changes need. */
export function isAnnounced(comparison: Comparison): boolean {
  return (
    BUMPS.indexOf(comparison.madeBump) >= BUMPS.indexOf(comparison.requiredBump)
  );
}

function bumpBetween(from: string, to: string): Comparison['madeBump'] {
  const difference = semverDiff(from, to);
  return difference === 'major' || difference === 'minor'
    ? difference
    : 'patch';
}

function isDate(version: string): boolean {
  return Number.parseInt(version, 10) >= FIRST_YEAR;
}
