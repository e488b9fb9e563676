import type { SpanLayer } from '../../usage';
import {
  OtlpSpan,
  SPAN_KIND_CLIENT,
  SPAN_KIND_SERVER,
} from '../decoding/OtlpSpan';

/**
 * What a span is for us: a layer of a tool's call, a call of a model, work of an
 * agent that is no usage by itself but says whose what is below is, or nothing.
 */
export type SpanRole = SpanLayer | 'model' | 'agent' | 'other';

const MODEL_OPERATIONS = new Set<unknown>([
  'chat',
  'text_completion',
  'generate_content',
  'embeddings',
]);
const AGENT_OPERATIONS = new Set<unknown>([
  'invoke_agent',
  'create_agent',
  'invoke_workflow',
]);

/** By the semantic conventions of MCP and GenAI, as of November 2026. */
export function spanRole({ kind, attributes }: OtlpSpan): SpanRole {
  const method = attributes.get('mcp.method.name');
  const operation = attributes.get('gen_ai.operation.name');
  if (method !== undefined) {
    return method === 'tools/call' ? layerOf(kind, operation) : 'other';
  }
  if (operation === undefined) {
    return 'other';
  }
  if (operation === 'execute_tool') {
    return 'tool';
  }
  if (MODEL_OPERATIONS.has(operation)) {
    return 'model';
  }
  return AGENT_OPERATIONS.has(operation) ? 'agent' : 'other';
}

function layerOf(kind: number, operation: unknown): SpanLayer {
  if (kind === SPAN_KIND_SERVER) {
    return 'server';
  }
  // MCP spans may be left out where a tool's span takes their attributes.
  return kind !== SPAN_KIND_CLIENT && operation === 'execute_tool'
    ? 'tool'
    : 'client';
}

/** Whether a span is usage. */
export function isUsage(role: SpanRole): boolean {
  return role !== 'agent' && role !== 'other';
}
