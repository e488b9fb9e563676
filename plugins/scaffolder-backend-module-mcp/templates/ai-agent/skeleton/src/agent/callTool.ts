import {
  context,
  propagation,
  SpanKind,
  type Tracer,
} from '@opentelemetry/api';

import type { ToolAnswer, ToolRequest } from '../model/Model.js';
import type { ConnectedServer, ToolResult } from '../servers/connectServers.js';
import type { Toolbox } from '../servers/Toolbox.js';
import { ATTR } from '../telemetry/attributes.js';
import { inSpan, markFailed } from '../telemetry/inSpan.js';

/**
 * Calls the tool that a model asked for. It never throws: to an agent, an error
 * is an answer that it can read and do something about.
 */
export async function callTool(
  tracer: Tracer,
  toolbox: Toolbox,
  request: ToolRequest,
): Promise<ToolAnswer> {
  const found = toolbox.find(request.name);
  if (!found) {
    return {
      id: request.id,
      text: `There is no tool named ${request.name}.`,
      isError: true,
    };
  }
  try {
    const result = await requestTool(tracer, found, request);
    return {
      id: request.id,
      text: textOf(result),
      isError: result.isError === true,
    };
  } catch (error) {
    return {
      id: request.id,
      text: error instanceof Error ? error.message : String(error),
      isError: true,
    };
  }
}

function requestTool(
  tracer: Tracer,
  { server, tool }: { server: ConnectedServer; tool: string },
  request: ToolRequest,
): Promise<ToolResult> {
  return inSpan(
    tracer,
    {
      name: `tools/call ${tool}`,
      kind: SpanKind.CLIENT,
      attributes: {
        [ATTR.operation]: 'execute_tool',
        [ATTR.mcpMethod]: 'tools/call',
        [ATTR.toolName]: tool,
        [ATTR.toolCallId]: request.id,
        [ATTR.mcpProtocolVersion]: server.protocolVersion,
        [ATTR.peerName]: server.name,
        ...(server.url && {
          [ATTR.serverAddress]: server.url.hostname,
          [ATTR.serverPort]: portOf(server.url),
        }),
      },
    },
    async span => {
      const result = await server.callTool({
        name: tool,
        arguments: request.arguments,
        _meta: traceContext(),
      });
      if (result.isError) {
        markFailed(span, 'tool_error');
      }
      return result;
    },
  );
}

function portOf(url: URL): number {
  return Number(url.port) || (url.protocol === 'https:' ? 443 : 80);
}

/** W3C trace context, so that the server may go on with this trace. */
function traceContext(): Record<string, string> {
  const carrier: Record<string, string> = {};
  propagation.inject(context.active(), carrier);
  return carrier;
}

function textOf({ content, structuredContent }: ToolResult): string {
  const text = content
    .flatMap(part => (part.type === 'text' ? [part.text] : []))
    .join('\n');
  return text || JSON.stringify(structuredContent ?? content);
}
