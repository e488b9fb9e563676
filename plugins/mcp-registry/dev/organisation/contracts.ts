import type { Contract, ContractTool } from '@mcp-portal/mcp-contract';

const text = { type: 'string' } as const;

function tool(
  name: string,
  description: string,
  rest: Partial<ContractTool> = {},
): ContractTool {
  return {
    name,
    description,
    inputSchema: { type: 'object', properties: {} },
    ...rest,
  };
}

function contractOf(
  tools: ContractTool[],
  rest: Partial<Contract> = {},
): Contract {
  return {
    tools,
    prompts: [],
    resources: [],
    resourceTemplates: [],
    capabilities: { tools: { listChanged: true } },
    ...rest,
  };
}

export const billingContract = contractOf(
  [
    tool('create_invoice', 'Creates a draft invoice for a customer.', {
      title: 'Create invoice',
      inputSchema: {
        type: 'object',
        required: ['customer', 'lines'],
        additionalProperties: false,
        properties: {
          customer: {
            ...text,
            description: 'The customer to bill.',
            pattern: '^cus_[a-z0-9]{14}$',
          },
          currency: {
            ...text,
            enum: ['EUR', 'USD', 'GBP'],
            default: 'EUR',
          },
          lines: {
            type: 'array',
            minItems: 1,
            items: { $ref: '#/$defs/line' },
            description: 'What is billed, one entry a line.',
          },
          dueInDays: { type: 'integer', minimum: 1, maximum: 90, default: 30 },
          memo: { type: ['string', 'null'], maxLength: 500 },
        },
        $defs: {
          line: {
            type: 'object',
            required: ['description', 'amountMinor'],
            properties: {
              description: text,
              amountMinor: {
                type: 'integer',
                description: 'In the smallest unit of the currency.',
              },
              taxRate: { type: 'number', minimum: 0, maximum: 1 },
              children: { type: 'array', items: { $ref: '#/$defs/line' } },
            },
          },
        },
      },
      outputSchema: {
        type: 'object',
        required: ['id', 'status'],
        properties: {
          id: text,
          status: { ...text, enum: ['draft', 'open', 'paid'] },
          url: { ...text, format: 'uri' },
        },
      },
      annotations: { destructiveHint: false, openWorldHint: false },
    }),
    tool('void_invoice', 'Voids an open invoice. It can not be undone.', {
      title: 'Void invoice',
      inputSchema: {
        type: 'object',
        required: ['id', 'reason'],
        properties: { id: text, reason: { ...text, minLength: 10 } },
      },
      annotations: { idempotentHint: true },
    }),
    tool('refund_payment', 'Refunds a payment, whole or in part.', {
      inputSchema: {
        type: 'object',
        required: ['payment'],
        properties: { payment: text, amountMinor: { type: 'integer' } },
      },
    }),
    tool('list_invoices', 'Lists the invoices of a customer, newest first.', {
      inputSchema: {
        type: 'object',
        required: ['customer'],
        properties: {
          customer: text,
          status: { ...text, enum: ['draft', 'open', 'paid', 'void'] },
        },
      },
      annotations: { readOnlyHint: true, openWorldHint: false },
    }),
    tool('get_dunning_status', 'How far reminders for an invoice have gone.', {
      annotations: { readOnlyHint: true },
    }),
  ],
  {
    instructions:
      'Amounts are integers in the smallest unit of their currency. Ask for a confirmation before voiding or refunding.',
    prompts: [
      {
        name: 'explain-invoice',
        title: 'Explain an invoice',
        description: 'Explains an invoice in plain words to its customer.',
        arguments: [
          { name: 'invoice', description: 'The id.', required: true },
          { name: 'language', description: 'Two letters; default en.' },
        ],
      },
    ],
    resources: [
      {
        uri: 'billing://price-list',
        name: 'price-list',
        title: 'Price list',
        description: 'All list prices in force today.',
        mimeType: 'application/json',
      },
    ],
    resourceTemplates: [
      {
        uriTemplate: 'billing://customers/{customer}/invoices/{invoice}',
        name: 'invoice',
        description: 'One invoice as PDF.',
        mimeType: 'application/pdf',
      },
    ],
    capabilities: {
      tools: { listChanged: true },
      prompts: {},
      resources: { subscribe: true },
    },
  },
);

export const filesystemContract = contractOf(
  [
    'read_text_file',
    'read_media_file',
    'read_multiple_files',
    'write_file',
    'edit_file',
    'create_directory',
    'list_directory',
    'list_directory_with_sizes',
    'directory_tree',
    'move_file',
    'search_files',
    'get_file_info',
    'list_allowed_directories',
  ].map(name =>
    tool(name, `${name.replace(/_/g, ' ')} within the allowed folders.`, {
      inputSchema: {
        type: 'object',
        required: ['path'],
        properties: { path: { ...text, description: 'Absolute path.' } },
      },
      annotations: /read|list|get|search|tree/.test(name)
        ? { readOnlyHint: true }
        : undefined,
    }),
  ),
);

export const memoryContract = contractOf(
  ['create_entities', 'create_relations', 'add_observations', 'read_graph'].map(
    name => tool(name, `${name.replace(/_/g, ' ')} of the knowledge graph.`),
  ),
);

export const incidentContract = contractOf([
  tool('open_incident', 'Opens an incident and pages who is on call.'),
  tool('list_incidents', 'Lists incidents by severity.', {
    annotations: { readOnlyHint: true },
  }),
]);

/** A server that offers far too much, with names as long as MCP allows. */
export function hugeContract(tools: number): Contract {
  return contractOf(
    Array.from({ length: tools }, (_, index) =>
      tool(
        index === 0
          ? `warehouse_${'very_long_'.repeat(11)}name`.slice(0, 128)
          : `warehouse_query_${String(index).padStart(3, '0')}`,
        `Runs the prepared query number ${index} against the warehouse and gives its rows, oldest first.`,
        {
          inputSchema: {
            type: 'object',
            required: ['from', 'to'],
            properties: {
              from: { ...text, format: 'date-time' },
              to: { ...text, format: 'date-time' },
              limit: { type: 'integer', default: 100, maximum: 10_000 },
            },
          },
          annotations: { readOnlyHint: true },
        },
      ),
    ),
  );
}
