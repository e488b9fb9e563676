import { createBackendFeatureLoader } from '@backstage/backend-plugin-api';

import { mcpTemplatesPlugin } from './plugin';
import { localUrlReaderFactory } from './url-reader/localUrlReaderFactory';

/**
 * The plugin, and the reader that the catalog takes from it.
 *
 * @public
 */
export const mcpTemplatesFeatures = createBackendFeatureLoader({
  loader: () => [mcpTemplatesPlugin, localUrlReaderFactory],
});
