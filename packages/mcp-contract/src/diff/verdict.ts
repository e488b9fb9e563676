import type { Bump, Change, Verdict } from './change';
import { CHANGE_CLASSES } from './change';

/** The worst class among changes. */
export function verdictOf(changes: readonly Pick<Change, 'class'>[]): Verdict {
  return (
    CHANGE_CLASSES.find(worst =>
      changes.some(change => change.class === worst),
    ) ?? 'none'
  );
}

/**
 * How far a version number must move at least for a verdict: `major` for
 * breaking, `minor` for additive, `patch` for the rest. On `0.y.z` a breaking
 * change needs `minor` only. Nothing else is eased there: an additive change
 * needs `minor` too.
 *
 * @param version - the version that it moves from; `1.0.0` or above when absent
 * @public
 */
export function requiredBump(verdict: Verdict, version?: string): Bump {
  switch (verdict) {
    case 'none':
      return 'none';
    case 'breaking':
      return version?.startsWith('0.') ? 'minor' : 'major';
    case 'additive':
      return 'minor';
    default:
      return 'patch';
  }
}
