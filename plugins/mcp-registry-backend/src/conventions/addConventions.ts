import type { Foundation } from '../Foundation';
import { ConventionChecker } from './ConventionChecker';
import { ConventionService } from './ConventionService';
import { DatabaseConventionStore } from './DatabaseConventionStore';
import { DatabaseScoreStore } from './DatabaseScoreStore';
import { readConventionsConfig } from './readConventionsConfig';
import { addConventionRoutes } from './router';

/**
 * Conventions: over HTTP, and checked with each answer.
 */
export function addConventions(foundation: Foundation): ConventionChecker {
  const config = readConventionsConfig(foundation.config);
  const store = new DatabaseConventionStore(foundation);
  addConventionRoutes(foundation.router, {
    ...foundation,
    conventions: new ConventionService({
      servers: foundation.servers,
      store,
      scores: new DatabaseScoreStore(foundation),
      config,
    }),
  });
  return new ConventionChecker({ store, config });
}
