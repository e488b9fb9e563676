import {
  MCP_SERVERS_TOPIC,
  McpRegistryClient,
} from '@mcp-portal/plugin-mcp-registry-common';
import {
  coreServices,
  createBackendModule,
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
} from '@backstage/backend-plugin-api';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { searchIndexRegistryExtensionPoint } from '@backstage/plugin-search-backend-node/alpha';

import { IndexTrigger } from './IndexTrigger';
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
        events: eventsServiceRef,
        indexRegistry: searchIndexRegistryExtensionPoint,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        scheduler: coreServices.scheduler,
      },
      async init({
        auth,
        config,
        discovery,
        events,
        indexRegistry,
        lifecycle,
        logger,
        scheduler,
      }) {
        const schedule = config.getOptionalConfig(
          'search.collators.mcpServer.schedule',
        );
        const runner = scheduler.createScheduledTaskRunner(
          schedule
            ? readSchedulerServiceTaskScheduleDefinitionFromConfig(schedule)
            : {
                frequency: { minutes: 10 },
                timeout: { minutes: 15 },
                initialDelay: { seconds: 20 },
              },
        );
        const trigger = new IndexTrigger({ scheduler, logger });
        lifecycle.addShutdownHook(() => trigger.stop());
        await events.subscribe({
          id: 'mcp-servers',
          topics: [MCP_SERVERS_TOPIC],
          onEvent: async () => trigger.notice(),
        });
        indexRegistry.addCollator({
          schedule: trigger.watch(runner),
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
