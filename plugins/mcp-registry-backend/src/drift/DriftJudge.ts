import {
  type ChangeClass,
  type CompareOptions,
  compareContracts,
  type ContractDiff,
} from '@mcp-portal/mcp-contract';

import { fingerprint } from '../database/fingerprint';
import type { DriftContracts, KeptDrift } from './DriftStore';

/**
 * Says what differs, by the severities of the platform team.
 */
export class DriftJudge {
  readonly severities: CompareOptions['severities'];
  readonly #settings: string;

  constructor(options: { severities: CompareOptions['severities'] }) {
    this.severities = options.severities;
    this.#settings = fingerprint(options.severities ?? {});
  }

  diff({ published, live }: DriftContracts): ContractDiff {
    return compareContracts(published, live, { severities: this.severities });
  }

  /** How bad a drift was found to be, unless other severities hold by now. */
  recall(drift: KeptDrift): ChangeClass | undefined {
    return drift.judged?.settings === this.#settings
      ? drift.judged.class
      : undefined;
  }

  /** How bad a drift is, as it is kept. */
  judge(diff: ContractDiff): NonNullable<KeptDrift['judged']> {
    return {
      // Contracts that differ in nothing that counts still are not the same.
      class: diff.verdict === 'none' ? 'cosmetic' : diff.verdict,
      settings: this.#settings,
    };
  }
}
