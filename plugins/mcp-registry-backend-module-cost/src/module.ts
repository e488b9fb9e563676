import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { McpCostClient } from '@mcp-portal/plugin-mcp-cost-common';
import { mcpUsageExtensionPoint } from '@mcp-portal/plugin-mcp-registry-node';

import { CostCallSource } from './CostCallSource';

/**
 * Tells the registry which agents really call which servers, as the plugin of
 * usage and cost knows it.
 *
 * @public
 */
export const mcpRegistryModuleCost = createBackendModule({
  pluginId: 'mcp-registry',
  moduleId: 'cost',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        discovery: coreServices.discovery,
        usage: mcpUsageExtensionPoint,
      },
      async init({ auth, discovery, usage }) {
        const cost = new McpCostClient({ discoveryApi: discovery });
        usage.addCallSource(new CostCallSource({ auth, cost }));
      },
    });
  },
});
