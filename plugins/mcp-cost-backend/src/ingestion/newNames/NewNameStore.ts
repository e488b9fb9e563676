import type { CostScope } from '../../access';

/** Knows which attributions were stored before, and counts those that were not. */
export interface NewNameStore {
  /** Those of some fingerprints of attributions that are stored. */
  stored(scope: CostScope, fingerprints: string[]): Promise<Set<string>>;

  /**
   * Lets a team bring in new names on a day, as long as there are not more than
   * the limit, over all replicas.
   *
   * @returns how many of them it may
   */
  claim(
    scope: CostScope,
    claim: { teamRef: string; day: number; names: number; limit: number },
  ): Promise<number>;
}
