import type {
  OpenApiOperation,
  OpenApiReading,
} from '@mcp-portal/plugin-mcp-templates-common';

/** An operation, and the tool that it becomes. */
export function anOperation(
  id: string,
  more: Partial<OpenApiOperation> = {},
): OpenApiOperation {
  const [method, path] = id.split(' ');
  const readOnlyHint = method === 'GET';
  return {
    id,
    method,
    path,
    summary: '',
    tags: [],
    deprecated: false,
    problems: [],
    tool: {
      name: id.toLowerCase().replace(/[^a-z0-9]+/g, '_'),
      title: id,
      description: '',
      inputSchema: { type: 'object' },
      annotations: {
        readOnlyHint,
        destructiveHint: method === 'DELETE',
        idempotentHint: readOnlyHint,
        openWorldHint: true,
      },
    },
    ...more,
  };
}

/** A document with these operations. */
export function aReading(operations: OpenApiOperation[]): OpenApiReading {
  return {
    title: 'Invoices',
    version: '2.1.0',
    format: '3.1',
    baseUrls: ['https://api.example.com/v2'],
    operations,
    problems: [],
  };
}
