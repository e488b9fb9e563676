import type { IdleKind } from '@mcp-portal/plugin-mcp-cost-common';

import type { CostScope } from '../access';
import type { Candidate } from './Candidate';

/** Looks for one kind of what may lie idle. */
export interface IdleSource {
  readonly kind: IdleKind;
  /** @throws whatever keeps it from knowing; what it found last stays then */
  find(scope: CostScope, now: Date): Promise<Candidate[]>;
}
