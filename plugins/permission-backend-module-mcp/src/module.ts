import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';

import { readCostReaders } from './policy/costReaders';
import { McpPortalPolicy } from './policy/McpPortalPolicy';
import { readPlatformAdmins } from './policy/platformAdmins';

/**
 * Sets the portal's policy.
 * @public
 */
export const permissionModuleMcp = createBackendModule({
  pluginId: 'permission',
  moduleId: 'mcp',
  register(registration) {
    registration.registerInit({
      deps: {
        config: coreServices.rootConfig,
        policy: policyExtensionPoint,
      },
      async init({ config, policy }) {
        policy.setPolicy(
          new McpPortalPolicy({
            platformAdmins: readPlatformAdmins(config),
            costReaders: readCostReaders(config),
          }),
        );
      },
    });
  },
});
