import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';

import type { Problems } from '../../../problems';

/**
 * The system that what is made is a part of: one that the person may see.
 *
 * @returns the complete ref; undefined when none is given, or there is a problem
 */
export async function checkSystem(
  catalog: Pick<CatalogService, 'getEntityByRef'>,
  options: {
    system: string | undefined;
    credentials: BackstageCredentials;
    problems: Problems;
  },
): Promise<string | undefined> {
  const { system, credentials, problems } = options;
  if (!system) {
    return undefined;
  }
  const ref = completeSystemRef(system);
  if (!ref || !(await catalog.getEntityByRef(ref, { credentials }))) {
    problems.add(
      'system',
      `the catalog has no system "${system}" that you may see. Choose another, or none.`,
    );
    return undefined;
  }
  return ref;
}

function completeSystemRef(system: string): string | undefined {
  try {
    const ref = parseEntityRef(system, {
      defaultKind: 'system',
      defaultNamespace: 'default',
    });
    return ref.kind.toLocaleLowerCase('en-US') === 'system'
      ? stringifyEntityRef(ref)
      : undefined;
  } catch {
    return undefined;
  }
}
