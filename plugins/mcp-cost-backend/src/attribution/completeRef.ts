import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';

/**
 * The complete ref that a text stands for, in lower case.
 *
 * @returns undefined when it can't be one
 */
export function completeRef(
  text: string,
  defaultKind: string,
): string | undefined {
  try {
    return stringifyEntityRef(
      parseEntityRef(text, { defaultKind, defaultNamespace: 'default' }),
    );
  } catch {
    return undefined;
  }
}
