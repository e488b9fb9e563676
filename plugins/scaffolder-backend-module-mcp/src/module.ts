import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { McpCostClient } from '@mcp-portal/plugin-mcp-cost-common';
import { McpRegistryClient } from '@mcp-portal/plugin-mcp-registry-common';
import { McpTemplatesClient } from '@mcp-portal/plugin-mcp-templates-common';
import { readTemplateSettings } from '@mcp-portal/plugin-mcp-templates-node';

import { createContractLintAction } from './actions/contract/lint';
import { createContractSnapshotAction } from './actions/contract/snapshot';
import { createOpenApiToolsAction } from './actions/openapi';
import { createRepositoryPublishAction } from './actions/repository/publish';
import { createServerCheckAction } from './actions/server/check';
import { createServerRegisterAction } from './actions/server/register';
import { createServerUndoAction } from './actions/server/undo';
import { createTeamAdmissionAction } from './actions/team/admission';

/**
 * The templates' own actions.
 *
 * @public
 */
export const scaffolderModuleMcp = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'mcp',
  register(registration) {
    registration.registerInit({
      deps: {
        actions: scaffolderActionsExtensionPoint,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        permissions: coreServices.permissions,
        urlReader: coreServices.urlReader,
        userInfo: coreServices.userInfo,
      },
      async init({
        actions,
        auth,
        catalog,
        config,
        discovery,
        permissions,
        urlReader,
        userInfo,
      }) {
        const settings = readTemplateSettings(config);
        const portalUrl = config.getString('app.baseUrl').replace(/\/+$/, '');
        const otlpUrl = await discovery.getExternalBaseUrl('mcp-cost');
        const registry = new McpRegistryClient({ discoveryApi: discovery });
        const costs = new McpCostClient({ discoveryApi: discovery });
        const templates = new McpTemplatesClient({ discoveryApi: discovery });
        actions.addActions(
          createServerCheckAction({
            auth,
            catalog,
            permissions,
            userInfo,
            registry,
            templates,
            settings,
            addresses: { portalUrl, otlpUrl },
          }),
          createTeamAdmissionAction({ auth, costs, portalUrl }),
          createContractSnapshotAction({ auth, registry }),
          createContractLintAction({ auth, registry }),
          createOpenApiToolsAction({ urlReader }),
          createRepositoryPublishAction({
            auth,
            catalog,
            permissions,
            userInfo,
            settings,
            portalUrl,
          }),
          createServerRegisterAction({ auth, catalog, registry }),
          createServerUndoAction({ auth, catalog, settings, portalUrl }),
        );
      },
    });
  },
});
