import { NotAllowedError } from '@backstage/errors';

import type { CostScope } from '../access';

/** That only the plugin's own tasks do this. */
export function requireAll(scope: CostScope): void {
  if (scope.teams !== 'all' || scope.manages !== 'all') {
    throw new NotAllowedError(
      `${scope.actor} may not raise or end alerts; only the plugin's own tasks do`,
    );
  }
}
