import { ExtensionBoundary } from '@backstage/frontend-plugin-api';
import { scaffolderTemplateOutputsBlueprint } from '@backstage/plugin-scaffolder-react/alpha';

/** The last page of the portal's own templates; those of others keep upstream's. */
export const createdOutputs =
  scaffolderTemplateOutputsBlueprint.makeWithOverrides({
    name: 'mcp-created',
    factory: (originalFactory, { node }) =>
      originalFactory({
        component: ExtensionBoundary.lazyComponent(node, () =>
          import('./TaskOutputs').then(m => m.TaskOutputs),
        ),
        templateRefs: [
          'template:default/mcp-server-typescript',
          'template:default/mcp-server-python',
          'template:default/register-existing-server',
          'template:default/ai-agent',
        ],
      }),
  });
