import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const contractSnapshotExamples: TemplateExample[] = [
  {
    description: 'Name the contract that a new project comes with',
    example: stringify({
      steps: [
        {
          id: 'contract',
          name: 'Read the contract',
          action: 'mcp:contract:snapshot',
          input: { path: 'contract.json' },
        },
      ],
    }),
  },
  {
    description:
      'Ask a registered server now, and go on when it is not running',
    example: stringify({
      steps: [
        {
          id: 'contract',
          name: 'Ask the server what it offers',
          action: 'mcp:contract:snapshot',
          input: {
            serverRef: 'api:default/billing-invoices',
            timeoutSeconds: 20,
            optional: true,
          },
        },
      ],
    }),
  },
];
