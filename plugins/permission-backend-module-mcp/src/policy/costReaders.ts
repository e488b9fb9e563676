import { Config } from '@backstage/config';

import { readEntityRefs } from './readEntityRefs';

/**
 * Entity refs of the groups and users who may see the cost of all teams, besides
 * platform admins; complete and in lower case.
 *
 * @throws InputError when one of them is no entity ref
 */
export function readCostReaders(config: Config): string[] {
  return readEntityRefs(config, 'mcpCost.access.readers');
}
