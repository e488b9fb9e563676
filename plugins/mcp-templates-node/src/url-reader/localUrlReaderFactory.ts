import { urlReaderFactoriesServiceRef } from '@backstage/backend-defaults/urlReader';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';

import { LocalRepositories } from '../repositories';
import { readTemplateSettings } from '../settings';
import { LocalUrlReader } from './LocalUrlReader';

/**
 * Lets the catalog read local repositories, and no other plugin: a reader does
 * not know for whom it reads, and the other plugins read what anybody names.
 * @public
 */
export const localUrlReaderFactory = createServiceFactory({
  service: urlReaderFactoriesServiceRef,
  deps: {
    config: coreServices.rootConfig,
    plugin: coreServices.pluginMetadata,
  },
  async factory({ config, plugin }) {
    if (plugin.getId() !== 'catalog') {
      return () => [];
    }
    const { repositories } = readTemplateSettings(config);
    if (repositories.type !== 'local') {
      return () => [];
    }
    return ({ treeResponseFactory }) => [
      LocalUrlReader.tuple({
        baseUrl: config.getString('app.baseUrl'),
        repositories: new LocalRepositories(repositories),
        treeResponseFactory,
      }),
    ];
  },
});
