import { McpRegistryClient } from '@mcp-portal/plugin-mcp-registry-common';
import {
  coreServices,
  createBackendModule,
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
} from '@backstage/backend-plugin-api';
import { searchIndexRegistryExtensionPoint } from '@backstage/plugin-search-backend-node/alpha';

import { McpServerCollatorFactory } from './McpServerCollatorFactory';

/**
 * Adds the servers of the registry to Backstage's search.
 * @public
 */
export const searchModuleMcp = createBackendModule({
  pluginId: 'search',
  moduleId: 'mcp',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        indexRegistry: searchIndexRegistryExtensionPoint,
        logger: coreServices.logger,
        scheduler: coreServices.scheduler,
      },
      async init({
        auth,
        config,
        discovery,
        indexRegistry,
        logger,
        scheduler,
      }) {
        const schedule = config.getOptionalConfig(
          'search.collators.mcpServer.schedule',
        );
        indexRegistry.addCollator({
          schedule: scheduler.createScheduledTaskRunner(
            schedule
              ? readSchedulerServiceTaskScheduleDefinitionFromConfig(schedule)
              : {
                  frequency: { minutes: 10 },
                  timeout: { minutes: 15 },
                  initialDelay: { seconds: 20 },
                },
          ),
          factory: new McpServerCollatorFactory({
            auth,
            logger,
            registry: new McpRegistryClient({ discoveryApi: discovery }),
          }),
        });
      },
    });
  },
});
