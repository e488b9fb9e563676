import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const contractLintExamples: TemplateExample[] = [
  {
    description: 'Publish nothing that does not keep all conventions',
    example: stringify({
      steps: [
        {
          id: 'lint',
          name: 'Check the contract against the conventions',
          action: 'mcp:contract:lint',
          input: { path: 'contract.json' },
        },
      ],
    }),
  },
  {
    description: 'See how far a registered server keeps them, and go on anyway',
    example: stringify({
      steps: [
        {
          id: 'lint',
          name: 'Check the contract against the conventions',
          action: 'mcp:contract:lint',
          input: { serverRef: 'api:default/billing-invoices', minScore: 0 },
        },
      ],
    }),
  },
];
