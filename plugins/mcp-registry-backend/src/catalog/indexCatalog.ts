import { DatabaseAgentIndexStore } from '../agents/DatabaseAgentIndexStore';
import type { Foundation } from '../Foundation';
import { DatabaseServerIndexStore } from '../servers/DatabaseServerIndexStore';
import { CatalogIndexer } from './CatalogIndexer';
import { scheduleCatalogIndexing } from './scheduleCatalogIndexing';

/**
 * Keeps the registry's servers and agents as the catalog has them.
 */
export async function indexCatalog(foundation: Foundation): Promise<void> {
  await scheduleCatalogIndexing({
    ...foundation,
    indexer: new CatalogIndexer({
      ...foundation,
      servers: new DatabaseServerIndexStore(foundation),
      agents: new DatabaseAgentIndexStore(foundation),
    }),
  });
}
