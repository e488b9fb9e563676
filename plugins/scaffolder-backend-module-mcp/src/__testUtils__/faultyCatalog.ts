import { createBackendModule } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';

/**
 * A module of the catalog that refuses an entity, for as long as the test wants.
 */
export function faultyCatalog() {
  const refused = new Set<string>();
  const module = createBackendModule({
    pluginId: 'catalog',
    moduleId: 'test-faults',
    register(registration) {
      registration.registerInit({
        deps: { processing: catalogProcessingExtensionPoint },
        async init({ processing }) {
          processing.addProcessor({
            getProcessorName: () => 'test-faults',
            preProcessEntity: async (entity: Entity) => {
              if (refused.has(entity.metadata.name)) {
                throw new Error(`No ${entity.metadata.name} today`);
              }
              return entity;
            },
          });
        },
      });
    },
  });
  return { module, refused };
}
