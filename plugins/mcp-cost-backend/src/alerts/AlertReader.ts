import type {
  Alert,
  AlertQuery,
  CostPage,
} from '@mcp-portal/plugin-mcp-cost-common';

import type { CostScope } from '../access';

/** Tells others of alerts. */
export interface AlertReader {
  list(scope: CostScope, query: AlertQuery): Promise<CostPage<Alert>>;
}
