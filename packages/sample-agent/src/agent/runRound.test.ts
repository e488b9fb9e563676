import { SpanKind, SpanStatusCode } from '@opentelemetry/api';
import {
  InMemorySpanExporter,
  type ReadableSpan,
} from '@opentelemetry/sdk-trace-node';
import { existsSync } from 'node:fs';

import { connectServers, type Servers } from '../servers/connectServers';
import {
  startTelemetryWith,
  type Telemetry,
} from '../telemetry/startTelemetry';
import { runRound } from './runRound';

jest.setTimeout(60_000);

describe('a round with the real sample servers', () => {
  const memory = new InMemorySpanExporter();
  const missing: string[] = [];
  let telemetry: Telemetry;
  let servers: Servers;
  let spans: ReadableSpan[];
  let result: { calls: number; errors: number };

  beforeAll(async () => {
    telemetry = startTelemetryWith(memory, {
      serviceName: 'sample-agent',
      environment: 'development',
    });
    servers = await connectServers({
      portalUrl: 'http://localhost:1',
      onMissing: name => missing.push(name),
    });
    result = await runRound({
      round: 6,
      tracer: telemetry.tracer,
      servers: servers.connected,
      folder: servers.folder,
    });
    await telemetry.flush();
    spans = memory.getFinishedSpans();
  });

  afterAll(async () => {
    await servers.close();
    await telemetry.stop();
  });

  const childrenOf = (span: ReadableSpan) =>
    spans.filter(
      other => other.parentSpanContext?.spanId === span.spanContext().spanId,
    );
  const operation = (name: string) =>
    spans.filter(
      span =>
        span.kind === SpanKind.INTERNAL &&
        span.attributes['gen_ai.operation.name'] === name,
    );

  it('has all servers but the one that wants a token', () => {
    expect(servers.connected.map(({ name }) => name)).toEqual([
      'everything',
      'workspace-files',
      'knowledge-graph',
      'sequential-thinking',
    ]);
    expect(missing).toEqual(['portal-actions']);
  });

  it('is one trace: the agent, below it each tool, below that the request', () => {
    const [agent, ...others] = operation('invoke_agent');
    expect(others).toEqual([]);
    expect(agent.attributes).toMatchObject({
      'gen_ai.agent.name': 'sample-agent',
      'gen_ai.agent.id': 'component:default/sample-agent',
    });
    const tools = childrenOf(agent);
    expect(tools).toHaveLength(result.calls);
    expect(tools).toEqual(operation('execute_tool'));
    for (const tool of tools) {
      const name = tool.attributes['gen_ai.tool.name'];
      expect(tool.name).toBe(`execute_tool ${name}`);
      const [request, ...more] = childrenOf(tool);
      expect(more).toEqual([]);
      expect(request).toMatchObject({
        name: `tools/call ${name}`,
        kind: SpanKind.CLIENT,
      });
      expect(request.attributes).toMatchObject({
        'mcp.method.name': 'tools/call',
        'gen_ai.tool.name': name,
        'mcp.protocol.version': expect.stringMatching(/^20\d\d-/),
        'network.transport': 'pipe',
        'service.peer.name': expect.any(String),
      });
    }
  });

  it('says whose it is, and where', () => {
    expect(spans[0].resource.attributes).toMatchObject({
      'service.name': 'sample-agent',
      'deployment.environment.name': 'development',
    });
  });

  it('has the errors that it means to have, and no others', () => {
    const failed = operation('execute_tool').filter(
      span => span.status.code === SpanStatusCode.ERROR,
    );
    expect(
      failed.map(({ attributes }) => attributes['gen_ai.tool.name']),
    ).toEqual(['read_text_file', 'get-sum', 'printEnv']);
    expect(result.errors).toBe(3);
    for (const span of failed) {
      expect(span.attributes['error.type']).toEqual(expect.any(String));
    }
  });

  it('puts no argument and no answer into a span', () => {
    const told = JSON.stringify(
      spans.map(span => [span.attributes, span.events]),
    );
    expect(told).not.toContain('round 6');
    expect(told).not.toContain(servers.folder);
  });

  it('leaves neither processes nor files', async () => {
    await servers.close();
    await expect(
      servers.connected[0].callTool({ name: 'echo', arguments: {}, _meta: {} }),
    ).rejects.toThrow();
    expect(existsSync(servers.folder)).toBe(false);
  });
});
