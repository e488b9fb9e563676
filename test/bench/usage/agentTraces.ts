import {
  encodeTraces,
  KIND_CLIENT,
  KIND_INTERNAL,
  type SentSpan,
} from '../../fixtures/otlp/encodeTraces';
import { createRandom } from '../generateServers';
import {
  agentName,
  AGENTS,
  MODELS,
  serverHost,
  serverOf,
  teamOf,
  TEAMS,
  toolOf,
} from './organisation';

/** What an exporter sends at once. */
export const SPANS_OF_REQUEST = 500;
/** Some agents work far more than others. */
const POWER = 2.5;

export interface TraceRequest {
  team: number;
  body: Uint8Array;
  spans: readonly SentSpan[];
  /** How many calls the spans are of: a tool's has two. */
  calls: number;
}

/**
 * Requests of agents that ask models and call tools, each tool call seen as two
 * spans: the agent's and the MCP client's. The same seed gives the same spans.
 */
export function* agentTraces(seed: number): Generator<TraceRequest> {
  const random = createRandom(seed);
  const id = (bytes: number) =>
    Buffer.from(
      Array.from({ length: bytes }, () => Math.floor(random() * 256)),
    );
  const pick = (count: number) => Math.floor(count * random() ** POWER);
  const session = (agent: number): SentSpan[] => {
    const traceId = id(16);
    const root = id(8);
    let startMs = Date.now() - 30_000 - random() * 60_000;
    const spans: SentSpan[] = [];
    for (let step = 0; step < 3; step++) {
      const model = MODELS[(agent + pick(3)) % MODELS.length];
      const inputTokens = 500 + Math.floor(random() * 8_000);
      spans.push({
        traceId,
        spanId: id(8),
        parentSpanId: root,
        name: `chat ${model}`,
        kind: KIND_CLIENT,
        startMs,
        durationMs: 300 + random() * 4_000,
        attributes: {
          'gen_ai.operation.name': 'chat',
          'gen_ai.provider.name': 'acme',
          'gen_ai.request.model': model,
          'gen_ai.response.model': model,
          'gen_ai.usage.input_tokens': inputTokens,
          'gen_ai.usage.cache_read.input_tokens': Math.floor(inputTokens / 2),
          'gen_ai.usage.output_tokens': Math.floor(random() * 900),
          'gen_ai.response.finish_reasons': 'tool_calls',
        },
      });
      startMs += 5_000;
      if (step < 2) {
        const spanId = id(8);
        const choice = pick(6);
        const tool = toolOf(pick(12));
        const durationMs = 20 + random() ** 3 * 3_000;
        const isError = random() < 0.02;
        const outcome: Record<string, string> = isError
          ? { 'error.type': 'tool_error' }
          : {};
        spans.push(
          {
            traceId,
            spanId,
            parentSpanId: root,
            name: `execute_tool ${tool}`,
            kind: KIND_INTERNAL,
            startMs,
            durationMs: durationMs + 4,
            isError,
            attributes: {
              'gen_ai.operation.name': 'execute_tool',
              'gen_ai.tool.name': tool,
              'gen_ai.tool.type': 'function',
              'gen_ai.tool.call.id': `call_${id(6).toString('hex')}`,
              ...outcome,
            },
          },
          {
            traceId,
            spanId: id(8),
            parentSpanId: spanId,
            name: `tools/call ${tool}`,
            kind: KIND_CLIENT,
            startMs: startMs + 2,
            durationMs,
            isError,
            attributes: {
              'mcp.method.name': 'tools/call',
              'gen_ai.tool.name': tool,
              'mcp.session.id': traceId.toString('hex'),
              'jsonrpc.request.id': String(step + 1),
              'mcp.protocol.version': '2026-07-28',
              'network.transport': 'tcp',
              'server.address': serverHost(serverOf(agent, choice)),
              ...outcome,
            },
          },
        );
        startMs += durationMs + 10;
      }
    }
    return spans;
  };

  for (;;) {
    const agent = pick(AGENTS) % AGENTS;
    const made: SentSpan[] = [];
    while (made.length < SPANS_OF_REQUEST) {
      made.push(...session(agent));
    }
    const spans = made.slice(0, SPANS_OF_REQUEST);
    yield {
      team: teamOf(agent) % TEAMS,
      spans,
      calls: spans.filter(({ name }) => !name.startsWith('tools/call')).length,
      body: encodeTraces(
        {
          'service.name': agentName(agent),
          'deployment.environment.name':
            random() < 0.9 ? 'production' : 'staging',
          'telemetry.sdk.language': 'nodejs',
        },
        spans,
      ),
    };
  }
}
