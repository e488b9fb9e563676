/**
 * The page for starting, the fields of the templates' forms, and what a
 * template's last page shows.
 *
 * @packageDocumentation
 */
import { createFrontendFeatureLoader } from '@backstage/frontend-plugin-api';
import { createModule } from './createModule';
import { formFieldsModule } from './formFieldsModule';
import { mcpTemplatesPlugin } from './plugin';

export { mcpTemplatesApiRef } from './api';

/**
 * The plugin, and the modules that it adds to upstream's Create page. A package
 * is discovered by its default export, and that is one feature, or one loader
 * of several.
 *
 * @public
 */
export default createFrontendFeatureLoader({
  loader: () => [mcpTemplatesPlugin, createModule, formFieldsModule],
});
