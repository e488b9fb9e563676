import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import {
  LocalRepositories,
  readTemplateSettings,
} from '@mcp-portal/plugin-mcp-templates-node';

import { createTemplatesRouter } from './http/createTemplatesRouter';
import { readJsonBody } from './http/readJsonBody';
import { NameService } from './names/NameService';
import { addNameRoutes } from './names/router';
import { addOpenApiRoutes } from './openapi/router';
import { RepositoryAccess } from './repositories/RepositoryAccess';
import { RepositoryService } from './repositories/RepositoryService';
import { addRepositoryRoutes } from './repositories/router';
import { addSettingsRoutes } from './settings/router';

/**
 * What the forms and pages of the templates ask.
 *
 * @public
 */
export const mcpTemplatesPlugin = createBackendPlugin({
  pluginId: 'mcp-templates',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        urlReader: coreServices.urlReader,
        userInfo: coreServices.userInfo,
      },
      async init({
        auth,
        catalog,
        config,
        httpAuth,
        httpRouter,
        urlReader,
        userInfo,
      }) {
        const settings = readTemplateSettings(config);
        const baseUrl = config.getString('app.baseUrl');
        const repositories =
          settings.repositories.type === 'local'
            ? new LocalRepositories(settings.repositories)
            : undefined;

        const router = createTemplatesRouter();
        addSettingsRoutes(router, { settings });
        addNameRoutes(router, {
          httpAuth,
          names: new NameService({ auth, catalog, repositories }),
        });
        addOpenApiRoutes(router, { httpAuth, urlReader });
        addRepositoryRoutes(router, {
          httpAuth,
          repositories: new RepositoryService({
            access: new RepositoryAccess({ auth, baseUrl, catalog, userInfo }),
            repositories,
          }),
        });

        httpRouter.use(readJsonBody);
        httpRouter.use(router);
      },
    });
  },
});
