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
import { notificationService } from '@backstage/plugin-notifications-node';

import { Access, registerAssets } from './access';
import { AgentService } from './agents/AgentService';
import { DatabaseAgentIndexStore } from './agents/DatabaseAgentIndexStore';
import { DatabaseAgentStore } from './agents/DatabaseAgentStore';
import { addAgentRoutes } from './agents/router';
import { CatalogIndexer } from './catalog/CatalogIndexer';
import { scheduleCatalogIndexing } from './catalog/scheduleCatalogIndexing';
import { ChangeService } from './changes/ChangeService';
import { DatabaseChangeStore } from './changes/DatabaseChangeStore';
import { addChangeRoutes } from './changes/router';
import { ConventionChecker } from './conventions/ConventionChecker';
import { ConventionService } from './conventions/ConventionService';
import { DatabaseConventionStore } from './conventions/DatabaseConventionStore';
import { DatabaseScoreStore } from './conventions/DatabaseScoreStore';
import { readConventionsConfig } from './conventions/readConventionsConfig';
import { addConventionRoutes } from './conventions/router';
import { migrate } from './database/migrate';
import { tuneSqlite } from './database/tuneSqlite';
import { DatabaseDependentStore } from './dependents/DatabaseDependentStore';
import { DependentService } from './dependents/DependentService';
import { addDependentRoutes } from './dependents/router';
import { DatabaseDriftStore } from './drift/DatabaseDriftStore';
import { DriftJudge } from './drift/DriftJudge';
import { DriftNotifier } from './drift/DriftNotifier';
import { DriftService } from './drift/DriftService';
import { DriftWatcher } from './drift/DriftWatcher';
import { addDriftRoutes } from './drift/router';
import { createRegistryRouter } from './http/createRegistryRouter';
import { readJsonBody } from './http/readJsonBody';
import { createContractAsker } from './introspection/asking';
import { readIntrospectionRules } from './introspection/asking/rules/IntrospectionRules';
import { DatabaseIntrospectionStore } from './introspection/DatabaseIntrospectionStore';
import { IntrospectionService } from './introspection/IntrospectionService';
import { ObservationService } from './introspection/ObservationService';
import { readIntrospectionConfig } from './introspection/readIntrospectionConfig';
import { addIntrospectionRoutes } from './introspection/router';
import { scheduleIntrospection } from './introspection/scheduleIntrospection';
import { DatabaseServerIndexStore } from './servers/DatabaseServerIndexStore';
import { DatabaseServerStore } from './servers/DatabaseServerStore';
import { addServerRoutes } from './servers/router';
import { ServerSearchIndex } from './servers/ServerSearchIndex';
import { ServerService } from './servers/ServerService';
import { CompatibilityGate } from './versions/CompatibilityGate';
import { ComparisonService } from './versions/ComparisonService';
import { ConsumerService } from './versions/ConsumerService';
import { DatabaseVersionStore } from './versions/DatabaseVersionStore';
import { scheduleVersionImport } from './versions/importing/scheduleVersionImport';
import { VersionImporter } from './versions/importing/VersionImporter';
import { PublishService } from './versions/PublishService';
import { readVersionsConfig } from './versions/readVersionsConfig';
import { RetirementService } from './versions/RetirementService';
import { addVersionRoutes } from './versions/router';
import { VersionService } from './versions/VersionService';

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
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        logger: coreServices.logger,
        notifications: notificationService,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
      },
      async init(deps) {
        const { auth, catalog, config, httpAuth, logger, scheduler } = deps;
        const knex = await deps.database.getClient();
        await migrate(knex, deps.database.migrations);
        await tuneSqlite(knex);

        const searchIndex = new ServerSearchIndex({ knex });
        const serverStore = new DatabaseServerStore({ knex, searchIndex });
        const agentStore = new DatabaseAgentStore({ knex });
        const introspectionStore = new DatabaseIntrospectionStore({
          knex,
          searchIndex,
        });

        registerAssets({
          permissionsRegistry: deps.permissionsRegistry,
          permissions: mcpRegistryPermissions,
          servers: serverStore,
          agents: agentStore,
        });
        const access = new Access(deps);

        const versionStore = new DatabaseVersionStore({ knex });
        const dependentStore = new DatabaseDependentStore({ knex });
        const { severities, importDirectories } = readVersionsConfig(config);
        const versionParts = {
          servers: serverStore,
          introspection: introspectionStore,
          versions: versionStore,
          dependents: dependentStore,
          severities,
        };
        const publishing = new PublishService({
          ...versionParts,
          gate: new CompatibilityGate(versionParts),
        });

        const driftStore = new DatabaseDriftStore({ knex });
        const driftJudge = new DriftJudge({ severities });
        const conventionParts = {
          store: new DatabaseConventionStore({ knex }),
          config: readConventionsConfig(config),
        };
        const conventionChecker = new ConventionChecker(conventionParts);

        const schedule = readIntrospectionConfig(config);
        const introspection = new IntrospectionService({
          asker: createContractAsker({
            config,
            logger,
            auth,
            credentialSources,
          }),
          store: introspectionStore,
          servers: serverStore,
          trials: conventionChecker,
          listeners: [
            conventionChecker,
            new DriftWatcher({
              store: driftStore,
              judge: driftJudge,
              notifier: new DriftNotifier(deps),
              logger,
            }),
          ],
          logger,
          ...schedule,
          deadlineMs: readIntrospectionRules(config).deadlineMs,
        });
        const servers = new ServerService({
          servers: serverStore,
          introspection: introspectionStore,
        });

        const router = createRegistryRouter();
        addServerRoutes(router, { httpAuth, access, servers });
        addIntrospectionRoutes(router, {
          httpAuth,
          access,
          introspection,
          observations: new ObservationService({
            servers: serverStore,
            store: introspectionStore,
          }),
        });
        addDependentRoutes(router, {
          httpAuth,
          access,
          dependents: new DependentService({
            servers: serverStore,
            store: dependentStore,
          }),
        });
        addAgentRoutes(router, {
          httpAuth,
          access,
          agents: new AgentService({ store: agentStore }),
        });
        addVersionRoutes(router, {
          httpAuth,
          access,
          auditor: deps.auditor,
          versions: new VersionService(versionParts),
          publishing,
          retirement: new RetirementService(versionParts),
          comparison: new ComparisonService(versionParts),
          consumers: new ConsumerService({
            ...versionParts,
            callSources,
            logger,
          }),
        });
        addDriftRoutes(router, {
          httpAuth,
          access,
          auditor: deps.auditor,
          drift: new DriftService({
            ...versionParts,
            store: driftStore,
            judge: driftJudge,
          }),
        });
        addConventionRoutes(router, {
          httpAuth,
          access,
          conventions: new ConventionService({
            ...conventionParts,
            servers: serverStore,
            scores: new DatabaseScoreStore({ knex, searchIndex }),
          }),
        });
        addChangeRoutes(router, {
          httpAuth,
          access,
          changes: new ChangeService({
            ...versionParts,
            changes: new DatabaseChangeStore({ knex }),
          }),
        });
        // Before the router, which would make an InputError of whatever fails.
        deps.httpRouter.use(readJsonBody);
        deps.httpRouter.use(router);

        await scheduleCatalogIndexing({
          scheduler,
          config,
          indexer: new CatalogIndexer({
            catalog,
            auth,
            servers: new DatabaseServerIndexStore({ knex, searchIndex }),
            agents: new DatabaseAgentIndexStore({ knex }),
            logger,
          }),
        });
        await scheduleIntrospection({ scheduler, introspection });
        if (importDirectories.length > 0) {
          await scheduleVersionImport({
            scheduler,
            importer: new VersionImporter({
              directories: importDirectories,
              versions: versionStore,
              publishing,
              logger,
            }),
          });
        }
      },
    });
  },
});
