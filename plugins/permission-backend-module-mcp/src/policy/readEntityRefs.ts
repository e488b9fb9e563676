import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/**
 * Entity refs of groups and users from configuration, complete and in lower
 * case. A name alone is a group's.
 *
 * @throws InputError when one of them is no entity ref
 */
export function readEntityRefs(
  config: Config,
  key: string,
  byDefault: string[] = [],
): string[] {
  const refs = config.getOptionalStringArray(key);
  return (refs ?? byDefault).map(ref => {
    try {
      return stringifyEntityRef(
        parseEntityRef(ref, {
          defaultKind: 'group',
          defaultNamespace: 'default',
        }),
      );
    } catch (error) {
      throw new InputError(
        `${key} has "${ref}", which is no entity ref; write it like group:default/platform-engineering`,
        error,
      );
    }
  });
}
