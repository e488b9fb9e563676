import type { Foundation } from '../Foundation';
import { addDependentRoutes } from './router';
import { DependentService } from './DependentService';

/**
 * Who uses a server, over HTTP.
 */
export function addDependents(foundation: Foundation): void {
  addDependentRoutes(foundation.router, {
    ...foundation,
    dependents: new DependentService({
      servers: foundation.servers,
      store: foundation.dependents,
    }),
  });
}
