import { DatabaseAgentIndexStore } from '../agents/DatabaseAgentIndexStore';
import type { Foundation } from '../Foundation';
import { DatabaseServerIndexStore } from '../servers/DatabaseServerIndexStore';
import { CatalogReader } from './CatalogReader';

/** What all need who bring something from the catalog into the index. */
export type CatalogIndex = ReturnType<typeof createCatalogIndex>;

export function createCatalogIndex(foundation: Foundation) {
  return {
    catalog: new CatalogReader(foundation),
    servers: new DatabaseServerIndexStore(foundation),
    agents: new DatabaseAgentIndexStore(foundation),
    announcer: foundation.announcer,
  };
}
