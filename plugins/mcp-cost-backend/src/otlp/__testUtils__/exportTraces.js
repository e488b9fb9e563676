/**
 * An agent's process, with the real SDK of OpenTelemetry and a real exporter: it
 * asks a model, and calls a tool. Its exporters load parts of themselves in a way
 * that the test's own process does not allow.
 *
 * Usage: node exportTraces.js (protobuf|json) URL KEY
 */
const { SpanKind, SpanStatusCode } = require('@opentelemetry/api');
const { resourceFromAttributes } = require('@opentelemetry/resources');
const {
  BatchSpanProcessor,
  NodeTracerProvider,
} = require('@opentelemetry/sdk-trace-node');
const http = require('@opentelemetry/exporter-trace-otlp-http');
const proto = require('@opentelemetry/exporter-trace-otlp-proto');

const [, , form, url, key] = process.argv;
const headers = { authorization: `Bearer ${key}` };
const exporter =
  form === 'protobuf'
    ? new proto.OTLPTraceExporter({ url, headers, compression: 'gzip' })
    : new http.OTLPTraceExporter({ url, headers });

const provider = new NodeTracerProvider({
  resource: resourceFromAttributes({
    'service.name': 'clerk',
    'deployment.environment.name': 'production',
  }),
  spanProcessors: [new BatchSpanProcessor(exporter)],
});
provider.register();
const tracer = provider.getTracer('test');

tracer.startActiveSpan('invoke_agent clerk', agent => {
  agent.setAttribute('gen_ai.operation.name', 'invoke_agent');
  tracer
    .startSpan('chat', {
      kind: SpanKind.CLIENT,
      attributes: {
        'gen_ai.operation.name': 'chat',
        'gen_ai.provider.name': 'anthropic',
        'gen_ai.request.model': 'claude-sonnet',
        'gen_ai.usage.input_tokens': 120,
        'gen_ai.usage.cache_read.input_tokens': 100,
        'gen_ai.usage.output_tokens': 30,
        'gen_ai.input.messages': 'What is in the books?',
      },
    })
    .end();
  tracer.startActiveSpan('execute_tool book', tool => {
    tool.setAttributes({
      'gen_ai.operation.name': 'execute_tool',
      'gen_ai.tool.name': 'book',
    });
    const client = tracer.startSpan('tools/call book', {
      kind: SpanKind.CLIENT,
      attributes: {
        'mcp.method.name': 'tools/call',
        'gen_ai.tool.name': 'book',
        'server.address': 'ledger.example.com',
        'error.type': 'tool_error',
      },
    });
    client.setStatus({ code: SpanStatusCode.ERROR });
    client.end();
    tool.end();
  });
  agent.end();
});

provider.shutdown().catch(error => {
  process.stderr.write(`${error}\n`);
  process.exitCode = 1;
});
