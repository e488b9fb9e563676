import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';

/**
 * What the forms and pages of the templates ask.
 *
 * @public
 */
export const mcpTemplatesPlugin = createBackendPlugin({
  pluginId: 'mcp-templates',
  register(env) {
    env.registerInit({
      deps: { httpRouter: coreServices.httpRouter },
      async init() {},
    });
  },
});
