import type { CostScope } from '../access';
import type { CatalogSnapshot } from '../catalog';
import type { VisibleServers } from './PriceStore';

/**
 * Servers whose prices a caller may see: those that the whole organisation
 * sees, and one's own.
 */
export function visibleServers(
  scope: CostScope,
  catalog: CatalogSnapshot,
): VisibleServers {
  if (scope.teams === 'all' || scope.mayPrice) {
    return 'all';
  }
  return new Set([
    ...scope.servers,
    ...[...catalog.servers.values()]
      .filter(({ visibility }) => visibility === 'organisation')
      .map(({ ref }) => ref),
  ]);
}
