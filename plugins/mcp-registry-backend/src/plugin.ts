import { mcpRegistryPermissions } from '@mcp-portal/plugin-mcp-registry-common';
import {
  McpCallSource,
  McpCredentialSource,
  mcpIntrospectionExtensionPoint,
  mcpUsageExtensionPoint,
} from '@mcp-portal/plugin-mcp-registry-node';
import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { notificationService } from '@backstage/plugin-notifications-node';

import { Access, registerAssets, systemScope } from './access';
import { addAgents } from './agents/addAgents';
import { addArrivals } from './arrivals/addArrivals';
import { createCatalogIndex } from './catalog/createCatalogIndex';
import { indexCatalog } from './catalog/indexCatalog';
import { addChanges } from './changes/addChanges';
import { addConventions } from './conventions/addConventions';
import { migrate } from './database/migrate';
import { tuneSqlite } from './database/tuneSqlite';
import { addDependents } from './dependents/addDependents';
import { addDrift } from './drift/addDrift';
import { createStores, type Foundation } from './Foundation';
import { createRegistryRouter } from './http/createRegistryRouter';
import { readJsonBody } from './http/readJsonBody';
import { addIntrospection } from './introspection/addIntrospection';
import { addServers } from './servers/addServers';
import { ServerAnnouncer } from './servers/ServerAnnouncer';
import { addSimilar } from './similar/addSimilar';
import { CostKeyVerifier } from './service-keys/CostKeyVerifier';
import { createKeyRoutes, KEY_PATH } from './service-keys/createKeyRoutes';
import { addVersions } from './versions/addVersions';
import { readVersionsConfig } from './versions/readVersionsConfig';

/**
 * The registry: knows the catalog's servers and agents, asks the servers what
 * they offer, and tells who may see it.
 *
 * @public
 */
export const mcpRegistryPlugin = createBackendPlugin({
  pluginId: 'mcp-registry',
  register(env) {
    const credentialSources: McpCredentialSource[] = [];
    env.registerExtensionPoint(mcpIntrospectionExtensionPoint, {
      addCredentialSource: source => credentialSources.push(source),
    });
    const callSources: McpCallSource[] = [];
    env.registerExtensionPoint(mcpUsageExtensionPoint, {
      addCallSource: source => callSources.push(source),
    });
    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        discovery: coreServices.discovery,
        events: eventsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        logger: coreServices.logger,
        notifications: notificationService,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
      },
      async init(deps) {
        const knex = await deps.database.getClient();
        await migrate(knex, deps.database.migrations);
        await tuneSqlite(knex);

        const stores = createStores(knex);
        registerAssets({
          ...stores,
          permissionsRegistry: deps.permissionsRegistry,
          permissions: mcpRegistryPermissions,
        });
        const router = createRegistryRouter();
        const { severities, importDirectories } = readVersionsConfig(
          deps.config,
        );
        const foundation: Foundation = {
          ...deps,
          ...stores,
          access: new Access(deps),
          announcer: new ServerAnnouncer(deps),
          router,
          keyRoutes: createKeyRoutes({
            ...deps,
            verifier: new CostKeyVerifier(deps),
          }),
          severities,
        };

        // Before what takes any other word after /servers for a ref.
        addSimilar(foundation);
        addServers(foundation);
        addAgents(foundation);
        addDependents(foundation, { callSources });
        addChanges(foundation);
        await addVersions(foundation, { callSources, importDirectories });
        const driftWatcher = addDrift(foundation);
        const conventionChecker = addConventions(foundation);
        const introspection = await addIntrospection(foundation, {
          credentialSources,
          listeners: [conventionChecker, driftWatcher],
          trials: conventionChecker,
        });
        const catalogIndex = createCatalogIndex(foundation);
        await indexCatalog(foundation, catalogIndex);
        addArrivals(foundation, {
          catalogIndex,
          // Who has just made it looks at its page now.
          onServerChanged: () => introspection.hurry(systemScope()),
        });

        deps.httpRouter.addAuthPolicy({
          path: KEY_PATH,
          allow: 'unauthenticated',
        });
        deps.httpRouter.use(foundation.keyRoutes.handler);
        // Before the router, which would make an InputError of whatever fails.
        deps.httpRouter.use(readJsonBody);
        deps.httpRouter.use(router);
      },
    });
  },
});
