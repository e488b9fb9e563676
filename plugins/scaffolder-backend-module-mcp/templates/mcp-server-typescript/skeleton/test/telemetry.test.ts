import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { InMemoryTransport, McpServer } from '@modelcontextprotocol/server';
import { SpanKind, SpanStatusCode } from '@opentelemetry/api';
import {
  InMemorySpanExporter,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace';

import { identity } from '../src/config/identity.js';
import { createLog } from '../src/telemetry/createLog.js';
import { observeRequests } from '../src/telemetry/observeRequests.js';
import { startTracing } from '../src/telemetry/startTracing.js';
import { connect, overHttp, overStdio } from './support/connect.js';
import { startTestCollector } from './support/startTestCollector.js';
import { startTestServer } from './support/startTestServer.js';

const TRACE_ID = '0af7651916cd43dd8448eb211c80319c';
const TRACEPARENT = `00-${TRACE_ID}-b7ad6b7169203331-01`;

describe('Telemetry', () => {
  it('has a span of each call, below the span of the caller', async t => {
    const { url, spans } = await startTestServer(t);
    const client = await connect(t, overHttp(url));
    await client
      .callTool({
        name: 'no_such_tool',
        arguments: { secret: 'hush' },
        _meta: { traceparent: TRACEPARENT },
      })
      .catch(() => undefined);
    const span = spans().find(({ name }) => name === 'tools/call no_such_tool');
    assert.ok(span);
    assert.equal(span.kind, SpanKind.SERVER);
    assert.equal(span.spanContext().traceId, TRACE_ID);
    assert.equal(span.attributes['mcp.method.name'], 'tools/call');
    assert.equal(span.attributes['gen_ai.operation.name'], 'execute_tool');
    assert.equal(span.attributes['gen_ai.tool.name'], 'no_such_tool');
    assert.equal(span.attributes['mcp.protocol.version'], '2026-07-28');
    assert.equal(span.attributes['error.type'], '-32602');
    assert.doesNotMatch(JSON.stringify(span.attributes), /hush/);
  });

  it('tells a call that failed from one of a tool that there is not', async t => {
    const exporter = new InMemorySpanExporter();
    const processor = new SimpleSpanProcessor({ exporter });
    const server = new McpServer({ name: 'test', version: '1.0.0' });
    observeRequests(server, {
      log: createLog('silent'),
      tracer: startTracing({}, processor).tracer,
    });
    server.registerTool('fail', {}, () => ({ content: [], isError: true }));
    const [ours, theirs] = InMemoryTransport.createLinkedPair();
    await server.connect(ours);
    const client = await connect(t, theirs, 'legacy');
    await client.callTool({ name: 'fail' });
    const [span] = exporter.getFinishedSpans().slice(-1);
    assert.equal(span?.attributes['gen_ai.tool.name'], 'fail');
    assert.equal(span.attributes['error.type'], 'tool_error');
    assert.equal(span.status.code, SpanStatusCode.ERROR);
  });

  it('takes the trace of the HTTP headers where the request has none', async t => {
    const { url, spans } = await startTestServer(t);
    await connect(t, overHttp(url, { traceparent: TRACEPARENT }));
    const ids = spans().map(span => span.spanContext().traceId);
    assert.ok(ids.length > 0);
    assert.deepEqual([...new Set(ids)], [TRACE_ID]);
  });

  it('has a line of the log for each request, without what was sent', async t => {
    const { url, logged } = await startTestServer(t);
    const client = await connect(t, overHttp(url));
    await client
      .callTool({ name: 'no_such_tool', arguments: { secret: 'hush' } })
      .catch(() => undefined);
    const line = logged().find(({ tool }) => tool === 'no_such_tool');
    assert.equal(line?.error, '-32602');
    assert.equal(typeof line.durationMs, 'number');
    assert.equal(typeof line.traceId, 'string');
    assert.doesNotMatch(JSON.stringify(logged()), /hush/);
  });

  it('sends what is left, with the key, before the process ends', async t => {
    const { url, received } = await startTestCollector(t);
    const client = await connect(
      t,
      overStdio({
        OTEL_EXPORTER_OTLP_ENDPOINT: url,
        OTEL_EXPORTER_OTLP_HEADERS: 'Authorization=Bearer%20key',
      }),
    );
    await client.listTools();
    await client.close();
    const [first] = received;
    assert.equal(first?.path, '/v1/traces');
    assert.equal(first.headers.authorization, 'Bearer key');
    const sent = Buffer.concat(received.map(({ body }) => body));
    assert.ok(sent.includes(identity.name));
    assert.ok(sent.includes('tools/list'));
  });
});
