import { Config } from '@backstage/config';

import { readEntityRefs } from './readEntityRefs';

/**
 * Entity refs of the groups and users who may see and do everything, complete
 * and in lower case.
 *
 * @throws InputError when one of them is no entity ref
 */
export function readPlatformAdmins(config: Config): string[] {
  return readEntityRefs(config, 'mcpRegistry.access.platformAdmins', [
    'group:default/platform-engineering',
  ]);
}
