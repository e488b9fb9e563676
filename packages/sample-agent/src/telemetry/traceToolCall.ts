import {
  context,
  propagation,
  type Attributes,
  SpanKind,
  SpanStatusCode,
  type Span,
  type Tracer,
} from '@opentelemetry/api';
import { randomUUID } from 'node:crypto';

import type { ConnectedServer, ToolResult } from '../servers/ConnectedServer';
import { ATTR } from './attributes';

export interface ToolCall {
  server: ConnectedServer;
  tool: string;
  arguments: Record<string, unknown>;
}

/** How a call ended: the tool's text, or what went wrong. */
export interface ToolOutcome {
  ok: boolean;
  text: string;
}

/**
 * Calls a tool as an instrumented agent does: a span for the tool that it wanted,
 * and below it one for the request of the MCP client. It never throws: to an
 * agent, an error is an answer.
 */
export function traceToolCall(
  tracer: Tracer,
  call: ToolCall,
): Promise<ToolOutcome> {
  const attributes: Attributes = {
    [ATTR.operation]: 'execute_tool',
    [ATTR.toolName]: call.tool,
    [ATTR.toolType]: 'extension',
    [ATTR.toolCallId]: randomUUID(),
  };
  return tracer.startActiveSpan(
    `execute_tool ${call.tool}`,
    { kind: SpanKind.INTERNAL, attributes },
    async span => {
      const { error, ...outcome } = await requestTool(tracer, call);
      endSpan(span, outcome, error);
      return outcome;
    },
  );
}

type RequestOutcome = ToolOutcome & { error?: string };

function requestTool(
  tracer: Tracer,
  { server, tool, arguments: args }: ToolCall,
): Promise<RequestOutcome> {
  return tracer.startActiveSpan(
    `tools/call ${tool}`,
    {
      kind: SpanKind.CLIENT,
      attributes: {
        ...server.attributes,
        [ATTR.mcpMethod]: 'tools/call',
        [ATTR.operation]: 'execute_tool',
        [ATTR.toolName]: tool,
      },
    },
    async span => {
      const outcome = await settle(() =>
        server.callTool({
          name: tool,
          arguments: args,
          _meta: traceContext(),
        }),
      );
      endSpan(span, outcome, outcome.error);
      return outcome;
    },
  );
}

async function settle(
  request: () => Promise<ToolResult>,
): Promise<RequestOutcome> {
  try {
    const result = await request();
    const text = textOf(result);
    return result.isError
      ? { ok: false, text, error: 'tool_error' }
      : { ok: true, text };
  } catch (error) {
    const { code, message } = error as { code?: unknown; message?: string };
    return {
      ok: false,
      text: message ?? String(error),
      // Of a JSON-RPC error its code; else a word, never the message.
      error: typeof code === 'number' ? String(code) : 'request_failed',
    };
  }
}

function endSpan(span: Span, { ok }: ToolOutcome, error?: string): void {
  if (!ok) {
    span.setAttribute(ATTR.errorType, error ?? 'tool_error');
    span.setStatus({ code: SpanStatusCode.ERROR });
  }
  span.end();
}

/** W3C trace context in the request's `_meta`, so that a server may go on with it. */
function traceContext(): Record<string, string> {
  const carrier: Record<string, string> = {};
  propagation.inject(context.active(), carrier);
  return carrier;
}

function textOf({ content }: ToolResult): string {
  return content
    .flatMap(part => ('text' in part ? [String(part.text)] : []))
    .join('\n');
}
