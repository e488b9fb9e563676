import type { BackstageCredentials } from '@backstage/backend-plugin-api';

import type { CostScope } from './CostScope';

/** Turns credentials into what their holder may see and change. */
export interface CostAccess {
  scopeOf(credentials: BackstageCredentials): Promise<CostScope>;
}
