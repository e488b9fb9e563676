import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import { mcpCostPermissions } from '@mcp-portal/plugin-mcp-cost-common';
import {
  type McpIdleAction,
  mcpIdleExtensionPoint,
} from '@mcp-portal/plugin-mcp-cost-node';
import { migrateWith } from '@mcp-portal/plugin-mcp-node';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { notificationService } from '@backstage/plugin-notifications-node';

import { addAlerts } from './alerts/addAlerts';
import { addBudgets } from './budgets/addBudgets';
import { createFoundation } from './createFoundation';
import { addFocus } from './focus/addFocus';
import { addHosting } from './hosting/addHosting';
import { createCostRouter } from './http/createCostRouter';
import { readJsonBody } from './http/readJsonBody';
import { refuseNul } from './http/refuseNul';
import { addIdle } from './idle/addIdle';
import { addIngestion } from './ingestion/addIngestion';
import { addKeys } from './keys/addKeys';
import { addPrices } from './prices/addPrices';
import { addReports } from './reports/addReports';
import { addRetention } from './retention';
import { addSample } from './sample/addSample';
import { addStatus } from './status/addStatus';

/**
 * Usage from OpenTelemetry, what it costs and whom; budgets, alerts, and what
 * lies idle.
 *
 * @public
 */
export const mcpCostPlugin = createBackendPlugin({
  pluginId: 'mcp-cost',
  register(env) {
    const idleActions = new Map<string, McpIdleAction>();
    env.registerExtensionPoint(mcpIdleExtensionPoint, {
      addIdleAction(action) {
        if (idleActions.has(action.name)) {
          throw new ConflictError(
            `There are two idle actions named ${action.name}; rename one, for what each was told is kept by its name`,
          );
        }
        idleActions.set(action.name, action);
      },
    });
    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        discovery: coreServices.discovery,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        logger: coreServices.logger,
        notifications: notificationService,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        userInfo: coreServices.userInfo,
      },
      async init(deps) {
        const knex = await deps.database.getClient();
        await migrateWith(
          '@mcp-portal/plugin-mcp-cost-backend',
          knex,
          deps.database.migrations,
        );
        deps.permissionsRegistry.addPermissions(mcpCostPermissions);

        const router = createCostRouter();
        const foundation = await createFoundation({ ...deps, knex, router });

        await addIngestion(foundation);
        await addKeys(foundation);
        await addPrices(foundation);
        await addFocus(foundation);
        await addHosting(foundation);
        await addReports(foundation);
        await addBudgets(foundation);
        await addAlerts(foundation);
        await addIdle(foundation, [...idleActions.values()]);
        await addStatus(foundation);
        await addRetention(foundation);
        await addSample(foundation);

        deps.httpRouter.use(refuseNul);
        deps.httpRouter.use(readJsonBody);
        deps.httpRouter.use(router);
      },
    });
  },
});
