import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

const CONFIG_KEY = 'mcpRegistry.access.platformAdmins';

const DEFAULT_PLATFORM_ADMINS = ['group:default/platform-engineering'];

/**
 * Entity refs of the groups and users who may see and do everything, complete
 * and in lower case.
 *
 * @throws InputError when one of them is no entity ref
 */
export function readPlatformAdmins(config: Config): string[] {
  const refs = config.getOptionalStringArray(CONFIG_KEY);
  return (refs ?? DEFAULT_PLATFORM_ADMINS).map(ref => {
    try {
      return stringifyEntityRef(
        parseEntityRef(ref, {
          defaultKind: 'group',
          defaultNamespace: 'default',
        }),
      );
    } catch (error) {
      throw new InputError(
        `${CONFIG_KEY} has "${ref}", which is no entity ref; write it like group:default/platform-engineering`,
        error,
      );
    }
  });
}
