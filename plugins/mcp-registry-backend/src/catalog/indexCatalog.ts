import type { Foundation } from '../Foundation';
import { CatalogIndexer } from './CatalogIndexer';
import type { CatalogIndex } from './createCatalogIndex';
import { scheduleCatalogIndexing } from './scheduleCatalogIndexing';

/**
 * Keeps the registry's servers and agents as the catalog has them.
 */
export async function indexCatalog(
  foundation: Foundation,
  catalogIndex: CatalogIndex,
): Promise<void> {
  await scheduleCatalogIndexing({
    ...foundation,
    indexer: new CatalogIndexer({ ...foundation, ...catalogIndex }),
  });
}
