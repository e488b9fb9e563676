import {
  type Attributes,
  type Context,
  context,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  type Tracer,
} from '@opentelemetry/api';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import {
  type McpServer,
  PROTOCOL_VERSION_META_KEY,
  ProtocolError,
  type ServerContext,
} from '@modelcontextprotocol/server';
import type { Logger } from 'pino';

type Handler = (request: unknown, ctx: ServerContext) => unknown;
type Register = (method: string, handler: Handler) => void;

const propagator = new W3CTraceContextPropagator();

/**
 * Makes a span and a line of the log of each request to the server. Call it
 * before anything is registered: it wraps the handlers that come after it.
 *
 * Attributes are those of OpenTelemetry's conventions for MCP and GenAI.
 * Arguments and results are in neither: they may hold what is nobody's business.
 */
export function observeRequests(
  { server }: McpServer,
  { log, tracer }: { log: Logger; tracer: Tracer },
): void {
  const register = server.setRequestHandler.bind(server) as unknown as Register;
  const observing: Register = (method, handler) => {
    register(method, (request, ctx) => {
      const attributes = describe(method, request, ctx);
      const tool = attributes['gen_ai.tool.name'];
      return context.with(callerOf(ctx), () =>
        tracer.startActiveSpan(
          tool === undefined ? method : `${method} ${String(tool)}`,
          { kind: SpanKind.SERVER, attributes },
          span => observe(span, attributes, () => handler(request, ctx)),
        ),
      );
    });
  };
  server.setRequestHandler = observing as typeof server.setRequestHandler;

  async function observe(
    span: Span,
    attributes: Attributes,
    work: () => unknown,
  ): Promise<unknown> {
    const startedAt = performance.now();
    let errorType: string | undefined;
    try {
      const result = await work();
      errorType = isToolError(result) ? 'tool_error' : undefined;
      return result;
    } catch (error) {
      errorType = nameOf(error);
      throw error;
    } finally {
      if (errorType !== undefined) {
        span.setAttribute('error.type', errorType);
        span.setStatus({ code: SpanStatusCode.ERROR });
      }
      log.info(
        {
          method: attributes['mcp.method.name'],
          tool: attributes['gen_ai.tool.name'],
          protocolVersion: attributes['mcp.protocol.version'],
          durationMs: Math.round(performance.now() - startedAt),
          error: errorType,
        },
        'request',
      );
      span.end();
    }
  }
}

/** Who called: the `_meta` of the request says it, else the HTTP headers do. */
function callerOf({ mcpReq, http }: ServerContext): Context {
  return propagator.extract(ROOT_CONTEXT, undefined, {
    get: (_carrier, key) =>
      textOf(mcpReq._meta, key) ?? http?.req?.headers.get(key) ?? undefined,
    keys: () => [],
  });
}

function describe(
  method: string,
  request: unknown,
  { mcpReq, http }: ServerContext,
): Attributes {
  return {
    'mcp.method.name': method,
    'mcp.protocol.version':
      textOf(mcpReq.envelope, PROTOCOL_VERSION_META_KEY) ??
      http?.req?.headers.get('mcp-protocol-version') ??
      undefined,
    'jsonrpc.request.id': String(mcpReq.id).slice(0, 128),
    'network.transport': http === undefined ? 'pipe' : 'tcp',
    ...(method === 'tools/call' && {
      'gen_ai.operation.name': 'execute_tool',
      'gen_ai.tool.name': toolOf(request),
    }),
  };
}

/** Whoever calls may make the name up, so it is kept short. */
function toolOf(request: unknown): string | undefined {
  const { params } = request as { params?: object };
  return textOf(params, 'name')?.slice(0, 128);
}

function textOf(from: object | undefined, key: string): string | undefined {
  const value = (from as Record<string, unknown> | undefined)?.[key];
  return typeof value === 'string' ? value : undefined;
}

function isToolError(result: unknown): boolean {
  return (result as { isError?: unknown } | undefined)?.isError === true;
}

function nameOf(error: unknown): string {
  if (error instanceof ProtocolError) {
    return String(error.code);
  }
  return error instanceof Error ? error.name : 'error';
}
