import type { Foundation } from '../Foundation';
import { ChangeService } from './ChangeService';
import { DatabaseChangeStore } from './DatabaseChangeStore';
import { addChangeRoutes } from './router';

/**
 * What changed in the whole organisation, over HTTP.
 */
export function addChanges(foundation: Foundation): void {
  const changes = new DatabaseChangeStore(foundation);
  addChangeRoutes(foundation.router, {
    ...foundation,
    changes: new ChangeService({ ...foundation, changes }),
  });
}
