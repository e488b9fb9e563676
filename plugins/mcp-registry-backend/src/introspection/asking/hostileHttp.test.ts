import { JsonObject } from '@backstage/types';
import { RequestListener, ServerResponse } from 'node:http';
import zlib from 'node:zlib';
import {
  createTestAsker,
  loopback,
  remote,
} from './__testUtils__/createTestAsker';
import {
  jsonRpcListener,
  RpcCall,
  tool,
} from './__testUtils__/jsonRpcListener';
import { startTestServer, TestServer } from './__testUtils__/startTestServer';

const LIMIT = 200_000;

describe('asking a hostile or broken server over HTTP', () => {
  let server: TestServer;
  const unhandled: unknown[] = [];
  const onUnhandled = (reason: unknown) => unhandled.push(reason);

  beforeAll(() => process.on('unhandledRejection', onUnhandled));
  afterAll(() => {
    process.removeListener('unhandledRejection', onUnhandled);
  });
  afterEach(async () => {
    await server.close();
    if (unhandled.length > 0) {
      throw new Error(`Nobody handled ${unhandled.splice(0).join(', ')}`);
    }
  });

  const ask = async (
    listener: RequestListener,
    introspection: JsonObject = {},
  ) => {
    server = await startTestServer(listener);
    const { asker } = createTestAsker({
      introspection: {
        hosts: [loopback(server.port)],
        maxResponseBytes: LIMIT,
        ...introspection,
      },
    });
    return asker.ask(remote(server.url));
  };
  const askFor = (
    handle: (call: RpcCall) => void,
    introspection?: JsonObject,
  ) => ask(jsonRpcListener({ 'tools/list': handle }), introspection);

  it('holds the deadline when a server hangs', async () => {
    const answer = await askFor(() => {}, { deadline: { milliseconds: 300 } });
    expect(answer).toMatchObject({
      outcome: 'timeout',
      error: expect.stringContaining('within 0.3 s'),
    });
    expect(answer.latencyMs).toBeGreaterThanOrEqual(290);
    expect(answer.latencyMs).toBeLessThan(2_000);
  });

  it('holds the deadline when a server never answers at all', async () => {
    const answer = await ask(() => {}, { deadline: { milliseconds: 300 } });
    expect(answer.outcome).toBe('timeout');
    expect(answer.latencyMs).toBeLessThan(2_000);
  });

  it('holds the deadline when a server drips its answer', async () => {
    const answer = await askFor(
      ({ response }) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        const timer = setInterval(() => response.write(' '), 20);
        response.on('close', () => clearInterval(timer));
      },
      { deadline: { milliseconds: 300 } },
    );
    expect(answer.outcome).toBe('timeout');
  });

  it('stops when it is told to', async () => {
    const controller = new AbortController();
    server = await startTestServer(
      jsonRpcListener({ 'tools/list': () => controller.abort() }),
    );
    const { asker } = createTestAsker({
      introspection: { hosts: [loopback(server.port)] },
    });
    const answer = await asker.ask(remote(server.url), controller);
    expect(answer).toMatchObject({
      outcome: 'timeout',
      error: expect.stringContaining('stopped asking'),
    });
  });

  it.each([
    ['JSON', 'application/json', '[', ' '],
    ['an event stream', 'text/event-stream', '', ': x\n'],
  ])('cuts off a flood of 50 MB as %s', async (_, type, start, filler) => {
    let sent = 0;
    const answer = await askFor(({ response }) => {
      response.writeHead(200, { 'content-type': type });
      response.write(start);
      const chunk = filler.repeat(65_536 / filler.length);
      const more = () => {
        while (sent < 50e6 && !response.destroyed && response.write(chunk)) {
          sent += chunk.length;
        }
      };
      response.on('drain', more);
      more();
    });
    expect(answer).toMatchObject({
      outcome: 'too-large',
      error: expect.stringContaining('a response of more than 200000 bytes'),
    });
    expect(sent).toBeLessThan(20e6);
  });

  it('counts what a compressed answer grows to', async () => {
    const bomb = zlib.gzipSync(Buffer.alloc(50e6, ' '));
    expect(bomb.length).toBeLessThan(LIMIT);
    const answer = await askFor(({ response }) => {
      response
        .writeHead(200, {
          'content-type': 'application/json',
          'content-encoding': 'gzip',
        })
        .end(bomb);
    });
    expect(answer.outcome).toBe('too-large');
  });

  it('counts all pages together', async () => {
    let page = 0;
    const answer = await askFor(call =>
      call.result({
        tools: [tool(`t${page}`, { description: 'x'.repeat(LIMIT * 0.9) })],
        nextCursor: String((page += 1)),
      }),
    );
    expect(answer).toMatchObject({
      outcome: 'too-large',
      error: expect.stringContaining('in all'),
    });
    expect(page).toBeLessThan(6);
  });

  it('stops at a cursor that comes again', async () => {
    const answer = await askFor(call =>
      call.result({
        tools: [],
        nextCursor: call.params.cursor === 'a' ? 'b' : 'a',
      }),
    );
    expect(answer).toMatchObject({
      outcome: 'protocol-error',
      error: expect.stringContaining('repeats a cursor'),
    });
    expect(server.requests.length).toBeLessThan(10);
  });

  it('stops at a list that goes on and on', async () => {
    let page = 0;
    const answer = await askFor(call =>
      call.result({ tools: [], nextCursor: String((page += 1)) }),
    );
    expect(answer).toMatchObject({
      outcome: 'too-large',
      error: expect.stringContaining('tools/list'),
    });
    expect(page).toBe(201);
  });

  it('stops at too many items', async () => {
    const answer = await askFor(call =>
      call.result({ tools: Array(5_001).fill({}) }),
    );
    expect(answer.outcome).toBe('too-large');
  });

  it.each([
    ['invalid JSON', '{"jsonrpc": oops', 'not JSON'],
    ['JSON that is not JSON-RPC', '{"hello":"world"}', 'not a JSON-RPC'],
    ['a list of numbers', '[1,2,3]', 'not a JSON-RPC'],
    ['nothing', '', 'not JSON'],
  ])('says so when it is sent %s', async (_, body, why) => {
    const answer = await askFor(({ response }) =>
      response.writeHead(200, { 'content-type': 'application/json' }).end(body),
    );
    expect(answer).toMatchObject({
      outcome: 'protocol-error',
      error: expect.stringContaining(why),
    });
  });

  it('says so when an event is not JSON', async () => {
    const answer = await askFor(({ response }) =>
      sendEvents(response, 'data: {"jsonrpc": oops\n\n'),
    );
    expect(answer.outcome).toBe('protocol-error');
  });

  it('says so when an event stream ends without the answer', async () => {
    const answer = await askFor(({ response }) =>
      sendEvents(
        response,
        'data: {"jsonrpc":"2.0","method":"notifications/message"}\n\n',
      ),
    );
    expect(answer).toMatchObject({
      outcome: 'crashed',
      error: expect.stringContaining('before it was complete'),
    });
  });

  it('says so when the answer is to something else', async () => {
    const answer = await askFor(({ response }) =>
      response
        .writeHead(200, { 'content-type': 'application/json' })
        .end('{"jsonrpc":"2.0","id":"other","result":{}}'),
    );
    expect(answer).toMatchObject({
      outcome: 'protocol-error',
      error: expect.stringContaining('not sent'),
    });
  });

  it('says so when a web page answers', async () => {
    const answer = await ask((_, response) => {
      response
        .writeHead(200, { 'content-type': 'text/html' })
        .end('<html>Welcome</html>');
    });
    expect(answer).toMatchObject({
      outcome: 'protocol-error',
      error: expect.stringContaining('text/html'),
    });
  });

  it.each([
    ['before its answer', false],
    ['in the middle of its answer', true],
  ])('says so when the connection dies %s', async (_, starts) => {
    const answer = await askFor(({ response, request }) => {
      if (starts) {
        response.writeHead(200, {
          'content-type': 'application/json',
          'content-length': '5000',
        });
        response.write('{"jsonrpc":', () => request.socket.destroy());
      } else {
        request.socket.destroy();
      }
    });
    expect(answer.outcome).toBe('crashed');
  });

  it('takes a schema with circular references as the data that it is', async () => {
    const schema = {
      type: 'object',
      properties: { child: { $ref: '#' }, other: { $ref: '#/$defs/a' } },
      $defs: { a: { $ref: '#/$defs/b' }, b: { $ref: '#/$defs/a' } },
    };
    const answer = await askFor(call =>
      call.result({
        tools: [tool('loop', { inputSchema: schema, outputSchema: schema })],
      }),
    );
    expect(answer.outcome).toBe('ok');
    expect(answer.snapshot?.canonicalJson).toContain('#/$defs/b');
  });

  it.each(['application/json', 'text/event-stream'])(
    'survives a schema that is 100,000 levels deep, as %s',
    async type => {
      const depth = 100_000;
      const answer = await askFor(
        ({ id, response }) => {
          const schema = `${'{"not":'.repeat(depth)}{}${'}'.repeat(depth)}`;
          const message = `{"jsonrpc":"2.0","id":${id},"result":{"tools":[{"name":"deep","inputSchema":${schema}}]}}`;
          response
            .writeHead(200, { 'content-type': type })
            .end(
              type === 'text/event-stream' ? `data: ${message}\n\n` : message,
            );
        },
        { maxResponseBytes: 2_000_000 },
      );
      expect(answer.outcome).toBe('invalid-contract');
    },
  );

  it('cuts what a server calls itself', async () => {
    const answer = await ask(
      jsonRpcListener({
        initialize: call =>
          call.result({
            protocolVersion: '2025-06-18',
            capabilities: {},
            serverInfo: { name: 'n\n'.repeat(5_000), version: '\u001b[31m1' },
          }),
      }),
    );
    expect(answer.outcome).toBe('ok');
    expect(answer.serverInfo?.name).toMatch(/^[n ]{199}…$/);
    expect(answer.serverInfo?.version).toBe('[31m1');
  });

  it('does not take a tool without a name for a contract', async () => {
    const answer = await askFor(call =>
      call.result({ tools: [{ inputSchema: { type: 'object' } }] }),
    );
    expect(answer).toMatchObject({
      outcome: 'invalid-contract',
      error: expect.stringContaining('/tools/0'),
    });
  });

  it('does not take an announced list that is unknown for an empty one', async () => {
    const answer = await askFor(call => call.error(-32601, 'Unknown'));
    expect(answer).toMatchObject({
      outcome: 'protocol-error',
      error: expect.stringContaining('tools/list'),
    });
  });

  it('lets a server announce resources without templates', async () => {
    const answer = await ask(
      jsonRpcListener(
        { 'resources/list': call => call.result({ resources: [] }) },
        { resources: {} },
      ),
    );
    expect(answer.outcome).toBe('ok');
    expect(server.requests.map(one => one.method)).not.toContain('GET');
  });

  it('asks only for what is announced', async () => {
    const methods: unknown[] = [];
    const answer = await ask(
      jsonRpcListener(
        { 'tools/list': () => methods.push('tools/list') },
        { logging: {} },
      ),
    );
    expect(answer.outcome).toBe('ok');
    expect(methods).toEqual([]);
  });

  it.each([
    [500, 'protocol-error'],
    [404, 'protocol-error'],
    [503, 'unreachable'],
    [429, 'unreachable'],
  ])('says what HTTP status %s means', async (status, outcome) => {
    const answer = await ask((_, response) => {
      response.writeHead(status).end('sorry');
    });
    expect(answer).toMatchObject({
      outcome,
      error: expect.stringContaining(`HTTP ${status}`),
    });
  });

  it('shakes hands with an older server that fails at the first question', async () => {
    const answer = await ask(
      jsonRpcListener({
        'server/discover': ({ response }) => response.writeHead(500).end(),
        'tools/list': call => call.result({ tools: [tool('a')] }),
      }),
    );
    expect(answer.outcome).toBe('ok');
  });

  it('puts no control characters and no more than 500 of any into an error', async () => {
    const answer = await askFor(call =>
      call.error(-32000, `bad\u001b[31m\n\u202e${'long '.repeat(1_000)}`),
    );
    expect(answer.outcome).toBe('protocol-error');
    expect(answer.error).toMatch(/^[^\p{C}]{1,500}$/u);
  });
});

function sendEvents(response: ServerResponse, events: string) {
  response.writeHead(200, { 'content-type': 'text/event-stream' }).end(events);
}
