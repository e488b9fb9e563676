import { InputError } from '@backstage/errors';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';

/**
 * The complete form of an entity ref from a request.
 *
 * @throws InputError when it can't be one
 * @public
 */
export function parseRef(ref: string, defaultKind: string): string {
  try {
    if (/\p{Cc}/u.test(ref)) {
      throw new TypeError('control characters are in no name');
    }
    return stringifyEntityRef(
      parseEntityRef(ref, { defaultKind, defaultNamespace: 'default' }),
    );
  } catch {
    throw new InputError(
      `${JSON.stringify(
        ref,
      )} is not an entity ref. Write it as ${defaultKind}:namespace/name, or just the name.`,
    );
  }
}
