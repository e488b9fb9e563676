import {
  type BackstageCredentials,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';

/**
 * A catalog that shows some of its entities to nobody but plugins, as one with a
 * policy does.
 */
export function catalogWithHidden(entities: Entity[], hidden: Entity[]) {
  const forPeople = catalogServiceMock({ entities });
  const forPlugins = catalogServiceMock({ entities: [...entities, ...hidden] });
  const seenBy = (options: { credentials: BackstageCredentials }) =>
    (options.credentials.principal as { type: string }).type === 'service'
      ? forPlugins
      : forPeople;
  return createServiceFactory({
    service: catalogServiceRef,
    deps: {},
    factory: () => ({
      ...forPeople,
      getEntityByRef: (ref, options) =>
        seenBy(options).getEntityByRef(ref, options),
      getEntitiesByRefs: (request, options) =>
        seenBy(options).getEntitiesByRefs(request, options),
    }),
  });
}
