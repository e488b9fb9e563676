import type { OpenApiTool } from '@mcp-portal/plugin-mcp-templates-common';
import type { OperationRequest } from '@mcp-portal/plugin-mcp-templates-node';

import { inComment, literal } from './literal';
import type { CodeNames } from './names';

/** An operation that was chosen, as a tool. */
export interface ChosenTool {
  tool: OpenApiTool;
  request: OperationRequest;
  names: CodeNames;
  deprecated: boolean;
}

/** The file of one tool. */
export function toolFile({
  tool,
  request,
  names,
  deprecated,
}: ChosenTool): string {
  const { name, title, description, annotations } = tool;
  return `import { fromJsonSchema, type McpServer } from '@modelcontextprotocol/server';

import { callOperation } from '../upstream/callOperation.js';
import type { Arguments, Operation } from '../upstream/Operation.js';
import { answer } from './answer.js';
import type { ToolContext } from './ToolContext.js';

const operation: Operation = ${literal(request)};

const inputSchema = fromJsonSchema<Arguments>(${literal(tool.inputSchema)});

const outputSchema = fromJsonSchema<Arguments>(${literal(tool.outputSchema)});

/** ${inComment(`\`${request.method} ${request.path}\``)}${
    deprecated ? ', which the API calls deprecated.' : ''
  } */
export function ${names.register}(
  server: McpServer,
  context: ToolContext,
): void {
  server.registerTool(
    ${literal(name)},
    {
      title: ${literal(title)},
      description:
        ${literal(description)},
      inputSchema,
      outputSchema,
      annotations: ${literal(annotations, 3)},
    },
    (input, request) =>
      answer(context, request, signal =>
        callOperation({ context, operation, input, outputSchema, signal }),
      ),
  );
}
`;
}
