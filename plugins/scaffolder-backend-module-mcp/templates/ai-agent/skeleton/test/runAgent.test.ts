import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';

import type { Attributes } from '@opentelemetry/api';
import {
  InMemorySpanExporter,
  NodeTracerProvider,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-node';

import { runAgent } from '../src/agent/runAgent.js';
import { AGENT } from '../src/agentIdentity.js';
import { AnthropicModel } from '../src/model/AnthropicModel.js';
import {
  connectServers,
  type ConnectedServer,
} from '../src/servers/connectServers.js';
import { startStubModel } from './stubModel.js';
import { startStubServer } from './stubServer.js';

const exporter = new InMemorySpanExporter();
const provider = new NodeTracerProvider({
  spanProcessors: [new SimpleSpanProcessor(exporter)],
});
// So that spans know their parents.
provider.register();
const tracer = provider.getTracer('test');

const call = (name: string, input: object) => [
  { type: 'tool_use', id: `call_${name}`, name, input },
];
const say = (text: string) => [{ type: 'text', text }];

function assertHas(attributes: Attributes | undefined, expected: Attributes) {
  assert.deepEqual({ ...attributes, ...expected }, attributes);
}

describe('The agent', () => {
  let server: Awaited<ReturnType<typeof startStubServer>>;
  let servers: ConnectedServer[];

  before(async () => {
    server = await startStubServer();
    servers = await connectServers(
      new Map([['stub', { type: 'http', url: server.url, headers: {} }]]),
      (name, reason) => assert.fail(`${name}: ${reason}`),
    );
  });

  after(async () => {
    await Promise.all(servers.map(one => one.close()));
    await server.stop();
  });

  async function ask(answers: object[], maxTurns?: number) {
    exporter.reset();
    const stub = await startStubModel(answers);
    const model = new AnthropicModel({
      name: 'claude-sonnet-5-5',
      apiKey: 'test',
      baseURL: stub.url,
    });
    try {
      const answer = await runAgent('What is two and three?', {
        model,
        servers,
        tracer,
        maxTurns,
      });
      return { answer, asked: stub.asked };
    } finally {
      await stub.stop();
    }
  }

  it('calls the tool that the model asks for, and lets it read the answer', async () => {
    const { answer, asked } = await ask([
      call('add', { a: 2, b: 3 }),
      say('It is 5.'),
    ]);
    assert.equal(answer, 'It is 5.');
    assert.deepEqual(
      asked[0]?.tools.map(({ name }) => name),
      ['add', 'fail'],
    );
    assert.equal(asked[0]?.system, AGENT.purpose);
    assert.deepEqual(asked[1]?.messages.at(-1)?.content, [
      {
        type: 'tool_result',
        tool_use_id: 'call_add',
        content: '5',
        is_error: false,
      },
    ]);
  });

  it('lets the model read what a failed call says', async () => {
    const { asked } = await ask([call('fail', {}), say('Try on Monday.')]);
    assert.deepEqual(asked[1]?.messages.at(-1)?.content, [
      {
        type: 'tool_result',
        tool_use_id: 'call_fail',
        content: 'It is closed on Sundays.',
        is_error: true,
      },
    ]);
  });

  it('tells the model of a tool that it made up', async () => {
    const { asked } = await ask([call('subtract', {}), say('Sorry.')]);
    assert.match(
      JSON.stringify(asked[1]?.messages.at(-1)),
      /There is no tool named subtract/,
    );
  });

  it('stops a model that is never done', async () => {
    await assert.rejects(
      ask([call('add', { a: 1, b: 1 })], 3),
      /not done after 3 turns/,
    );
  });

  it('tells what was called, by whom, and what it used', async () => {
    await ask([call('add', { a: 2, b: 3 }), say('It is 5.')]);
    const spans = exporter.getFinishedSpans();
    assert.deepEqual(
      spans.map(({ name }) => name),
      [
        'chat claude-sonnet-5-5',
        'tools/call add',
        'chat claude-sonnet-5-5',
        `invoke_agent ${AGENT.name}`,
      ],
    );
    assertHas(spans[0]?.attributes, {
      'gen_ai.operation.name': 'chat',
      'gen_ai.provider.name': 'anthropic',
      'gen_ai.response.model': 'claude-sonnet-5-5-20260901',
      'gen_ai.usage.input_tokens': 120,
      'gen_ai.usage.output_tokens': 7,
    });
    assertHas(spans[1]?.attributes, {
      'mcp.method.name': 'tools/call',
      'gen_ai.tool.name': 'add',
      'service.peer.name': 'stub',
    });
    // One question is one trace.
    assert.equal(
      new Set(spans.map(span => span.spanContext().traceId)).size,
      1,
    );
    // What people ask stays here.
    assert.doesNotMatch(
      JSON.stringify(spans.map(({ attributes }) => attributes)),
      /two and three/,
    );
  });
});
