import { urlReaderFactoriesServiceRef } from '@backstage/backend-defaults/urlReader';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import {
  LocalRepositories,
  LocalUrlReader,
  readTemplateSettings,
} from '@mcp-portal/plugin-mcp-templates-node';

import { RepositoryAccess } from '../repositories/RepositoryAccess';
import { RequestScope } from './RequestScope';

/**
 * Lets the catalog read local repositories, and no other plugin: those read
 * whatever anybody names.
 */
export const localUrlReaderFactory = createServiceFactory({
  service: urlReaderFactoriesServiceRef,
  deps: {
    auth: coreServices.auth,
    catalog: catalogServiceRef,
    config: coreServices.rootConfig,
    httpAuth: coreServices.httpAuth,
    httpRouter: coreServices.httpRouter,
    plugin: coreServices.pluginMetadata,
    userInfo: coreServices.userInfo,
  },
  async factory({ config, httpAuth, httpRouter, plugin, ...services }) {
    if (plugin.getId() !== 'catalog') {
      return () => [];
    }
    const { repositories } = readTemplateSettings(config);
    if (repositories.type !== 'local') {
      return () => [];
    }
    const baseUrl = config.getString('app.baseUrl');
    const access = new RepositoryAccess({ ...services, baseUrl });
    const scope = new RequestScope({ httpAuth });
    httpRouter.use(scope.middleware);
    return ({ treeResponseFactory }) => [
      LocalUrlReader.tuple({
        baseUrl,
        repositories: new LocalRepositories(repositories),
        treeResponseFactory,
        isHidden: async repository => {
          const credentials = await scope.credentials();
          return (
            credentials !== undefined &&
            access.isHidden(credentials, repository)
          );
        },
      }),
    ];
  },
});
