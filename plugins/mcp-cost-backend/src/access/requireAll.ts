import { NotAllowedError } from '@backstage/errors';

import type { CostScope } from './CostScope';

/**
 * That a scope is one of the plugin's own tasks, or as wide.
 *
 * @throws NotAllowedError otherwise
 */
export function requireAll(scope: CostScope): void {
  if (scope.teams !== 'all' || scope.manages !== 'all') {
    throw new NotAllowedError(
      `${scope.actor} may not do this; only the plugin's own tasks do`,
    );
  }
}
