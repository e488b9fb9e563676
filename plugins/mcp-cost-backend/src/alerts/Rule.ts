import type { Alert, AlertRule } from '@mcp-portal/plugin-mcp-cost-common';

import type { CostScope } from '../access';
import type { Finding } from './Finding';

/** Looks for one kind of trouble. */
export interface Rule {
  readonly name: AlertRule;
  readonly tier: Alert['tier'];
  /** How long the trouble must be gone before it is over. */
  readonly calmMs: number;
  /**
   * All that is wrong now. What was wrong before and is not among it is over.
   *
   * @throws whatever keeps it from knowing; nothing is raised or ended then
   */
  look(scope: CostScope, now: Date): Promise<Finding[]>;
}
