import { isError } from '@backstage/errors';

import type { CatalogDirectory } from './CatalogDirectory';

/**
 * Whether the catalog was read yet. For tasks, which at a first start come before
 * it is whole: they are tried again, and nobody has to be told.
 */
export async function isCatalogKnown(
  directory: CatalogDirectory,
): Promise<boolean> {
  try {
    await directory.current();
    return true;
  } catch (error) {
    if (isError(error) && error.name === 'ServiceUnavailableError') {
      return false;
    }
    throw error;
  }
}
