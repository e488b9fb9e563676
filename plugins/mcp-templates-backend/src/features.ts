import { createBackendFeatureLoader } from '@backstage/backend-plugin-api';
import { localUrlReaderFactory } from '@mcp-portal/plugin-mcp-templates-node';

import { mcpTemplatesPlugin } from './plugin';

/**
 * The plugin, and the reader that the catalog takes from it.
 *
 * @public
 */
export const mcpTemplatesFeatures = createBackendFeatureLoader({
  loader: () => [mcpTemplatesPlugin, localUrlReaderFactory],
});
