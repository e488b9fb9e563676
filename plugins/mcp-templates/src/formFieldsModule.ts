import { createFrontendModule } from '@backstage/frontend-plugin-api';

/** The fields that the templates' forms name as `ui:field`. */
export const formFieldsModule = createFrontendModule({
  pluginId: 'scaffolder',
  extensions: [],
});
