import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const serverRegisterExamples: TemplateExample[] = [
  {
    description: 'Go on when the portal lists the new server',
    example: stringify({
      steps: [
        {
          id: 'catalog',
          name: 'Tell the catalog',
          action: 'catalog:register',
          input: {
            catalogInfoUrl:
              '${{ steps.check.output.repository.catalogInfoUrl }}',
          },
        },
        {
          id: 'register',
          name: 'Wait until the portal lists it',
          action: 'mcp:server:register',
          input: {
            entityRef: '${{ steps.check.output.entityRef }}',
            values: '${{ steps.check.output.values }}',
            cloneUrl: '${{ steps.publish.output.remoteUrl }}',
            timeoutSeconds: 60,
          },
        },
      ],
    }),
  },
];
