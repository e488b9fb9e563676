import type { Contract } from '../snapshot';
import type { Bump, ContractDiff } from '../diff/change';

/**
 * A version that is published and still counts.
 * @public
 */
export interface PublishedContract {
  /** Semantic version 2.0. */
  version: string;
  contract: Contract;
}

/**
 * Whether a contract may be published as a version, and why.
 * @public
 */
export interface VersionJudgement {
  accepted: boolean;
  /** The number was used before, so that it can't be again. */
  taken?: true;
  /**
   * The newest version that it must stay compatible with; absent when there is
   * none.
   */
  base?: string;
  /** From the base; absent without one. */
  diff?: ContractDiff;
  /** What the changes need, in the base's own numbering (`0.y.z` or above). */
  requiredBump: Bump;
  /**
   * The next higher version that must stay compatible with this one, when it
   * is what stands in the way.
   */
  successor?: { version: string; diff: ContractDiff; requiredBump: Bump };
  /** The smallest version that would be accepted for this contract. */
  smallestVersion: string;
}
