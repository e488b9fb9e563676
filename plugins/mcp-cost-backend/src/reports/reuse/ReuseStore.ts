import type { ReuseAssumptions } from '@mcp-portal/plugin-mcp-cost-common';

import type { CostScope } from '../../access';

/** Keeps what administrators assume of servers. */
export interface ReuseStore {
  /** Undefined until somebody changed them. */
  read(scope: CostScope): Promise<ReuseAssumptions | undefined>;
  write(scope: CostScope, assumptions: ReuseAssumptions): Promise<void>;
}
