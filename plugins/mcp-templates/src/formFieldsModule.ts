import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { FormFieldBlueprint } from '@backstage/plugin-scaffolder-react/alpha';

/** The fields that the templates' forms name as `ui:field`. */
export const formFieldsModule = createFrontendModule({
  pluginId: 'scaffolder',
  extensions: [
    FormFieldBlueprint.make({
      name: 'mcp-purpose',
      params: {
        field: () => import('./fields/McpPurpose').then(m => m.mcpPurposeField),
      },
    }),
    FormFieldBlueprint.make({
      name: 'mcp-name',
      params: {
        field: () => import('./fields/McpName').then(m => m.mcpNameField),
      },
    }),
    FormFieldBlueprint.make({
      name: 'mcp-owner',
      params: {
        field: () => import('./fields/McpOwner').then(m => m.mcpOwnerField),
      },
    }),
    FormFieldBlueprint.make({
      name: 'mcp-open-api',
      params: {
        field: () => import('./fields/McpOpenApi').then(m => m.mcpOpenApiField),
      },
    }),
    FormFieldBlueprint.make({
      name: 'mcp-servers',
      params: {
        field: () => import('./fields/McpServers').then(m => m.mcpServersField),
      },
    }),
  ],
});
