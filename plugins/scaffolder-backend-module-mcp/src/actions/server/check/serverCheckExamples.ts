import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const serverCheckExamples: TemplateExample[] = [
  {
    description: 'Check what a form asked about a new server',
    example: stringify({
      steps: [
        {
          id: 'check',
          name: 'Check the name, the team and the purpose',
          action: 'mcp:server:check',
          input: {
            kind: 'server',
            name: '${{ parameters.name }}',
            owner: '${{ parameters.owner }}',
            system: '${{ parameters.system }}',
            purpose: '${{ parameters.purpose }}',
            visibility: '${{ parameters.visibility }}',
            dataSensitivity: '${{ parameters.dataSensitivity }}',
            createdFrom: 'my-template@1',
          },
        },
        {
          id: 'files',
          name: 'Write the project',
          action: 'fetch:template',
          input: {
            url: './skeleton',
            values: '${{ steps.check.output.values }}',
          },
        },
      ],
    }),
  },
  {
    description: 'A server that runs already, and is only registered',
    example: stringify({
      steps: [
        {
          id: 'check',
          action: 'mcp:server:check',
          input: {
            kind: 'server',
            name: 'billing-invoices',
            owner: 'group:default/payments',
            purpose: { text: 'Looks up the invoices of a customer.' },
            visibility: 'organisation',
            dataSensitivity: 'confidential',
            createdFrom: 'register-existing-server@1',
            existing: {
              url: 'https://invoices.mcp.example.com/mcp',
              transport: 'streamable-http',
            },
          },
        },
      ],
    }),
  },
];
