import type { Foundation } from '../Foundation';
import { DatabaseSimilarityStore } from './DatabaseSimilarityStore';
import { addSimilarRoutes } from './router';
import { SimilarityService } from './SimilarityService';

/**
 * Finding what there is already for a purpose, over HTTP.
 */
export function addSimilar(foundation: Foundation): void {
  addSimilarRoutes(foundation.router, {
    ...foundation,
    similarity: new SimilarityService({
      ...foundation,
      similarity: new DatabaseSimilarityStore(foundation),
    }),
  });
}
