import { AgentService } from '../agents/AgentService';
import type { CatalogIndex } from '../catalog/createCatalogIndex';
import type { Foundation } from '../Foundation';
import { ArrivalService } from './ArrivalService';
import { EntityTaker } from './EntityTaker';
import { addArrivalRoutes } from './router';

/**
 * Announcing what is new in the catalog, over HTTP.
 */
export function addArrivals(
  foundation: Foundation,
  options: {
    catalogIndex: CatalogIndex;
    /** Told of servers that are new, or declared anew. */
    onServerChanged: (ref: string) => void;
  },
): void {
  addArrivalRoutes(foundation.router, {
    ...foundation,
    arrivals: new ArrivalService({
      ...foundation,
      ...options,
      taker: new EntityTaker(options.catalogIndex),
      agents: new AgentService({ store: foundation.agents }),
    }),
  });
}
