import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

const DOCUMENT = stringify({
  openapi: '3.1.0',
  info: { title: 'Invoices', version: '1.0.0' },
  servers: [{ url: 'https://invoices.example.com' }],
  paths: {
    '/invoices/{id}': {
      get: {
        operationId: 'getInvoice',
        summary: 'Get an invoice',
        parameters: [
          {
            name: 'id',
            in: 'path',
            required: true,
            description: 'The number of the invoice.',
            schema: { type: 'string' },
          },
        ],
        responses: {
          200: {
            description: 'The invoice.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  properties: { id: { type: 'string' } },
                },
              },
            },
          },
        },
      },
    },
  },
});

export const openApiToolsExamples: TemplateExample[] = [
  {
    description: 'Make two tools of a document that is at an address',
    example: stringify({
      steps: [
        {
          id: 'tools',
          name: 'Make a tool of each chosen operation',
          action: 'mcp:openapi:tools',
          input: {
            source: { url: 'https://invoices.example.com/openapi.json' },
            operations: ['GET /invoices', 'GET /invoices/{id}'],
          },
        },
      ],
    }),
  },
  {
    description: 'Make a tool of a document that somebody pasted',
    example: stringify({
      steps: [
        {
          id: 'tools',
          name: 'Make a tool of each chosen operation',
          action: 'mcp:openapi:tools',
          input: {
            source: { document: DOCUMENT },
            operations: ['GET /invoices/{id}'],
            targetPath: './server',
          },
        },
      ],
    }),
  },
];
