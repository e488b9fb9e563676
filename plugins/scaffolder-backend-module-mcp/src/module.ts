import { createBackendModule } from '@backstage/backend-plugin-api';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';

/**
 * The templates' own actions.
 *
 * @public
 */
export const scaffolderModuleMcp = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'mcp',
  register(registration) {
    registration.registerInit({
      deps: { actions: scaffolderActionsExtensionPoint },
      async init({ actions }) {
        actions.addActions();
      },
    });
  },
});
