import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  aiResourceEntityModel,
  CatalogModelSources,
  mcpServerApiEntityModel,
} from '@backstage/catalog-model/alpha';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { catalogModelExtensionPoint } from '@backstage/plugin-catalog-node/alpha';

import { mcpCatalogModelLayer } from './model/mcpCatalogModelLayer';
import { McpEntityProcessor } from './processor/McpEntityProcessor';
import { McpRegistryEntityProvider } from './provider/McpRegistryEntityProvider';

/**
 * Brings MCP servers and agents into the catalog: the model, its checks and
 * relations, and the configured imports.
 * @public
 */
export const catalogModuleMcp = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'mcp',
  register(registration) {
    registration.registerInit({
      deps: {
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        model: catalogModelExtensionPoint,
        processing: catalogProcessingExtensionPoint,
        scheduler: coreServices.scheduler,
      },
      async init({ config, logger, model, processing, scheduler }) {
        // Upstream's module may be installed too: the catalog takes equal
        // layers with one id as one.
        model.addModelSource(
          CatalogModelSources.static([
            mcpServerApiEntityModel,
            aiResourceEntityModel,
            mcpCatalogModelLayer,
          ]),
        );
        processing.addProcessor(new McpEntityProcessor());
        processing.addEntityProvider(
          McpRegistryEntityProvider.fromConfig(config, { logger, scheduler }),
        );
      },
    });
  },
});
