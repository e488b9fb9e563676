import { askOneServer } from './__testUtils__/askOneServer';
import { jsonRpcListener, tool } from './__testUtils__/jsonRpcListener';

describe('contracts that are odd', () => {
  const { ask, askFor, requests } = askOneServer();

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
    expect(requests().map(one => one.method)).not.toContain('GET');
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
});

describe('what a server is said to have done', () => {
  const { ask, askFor } = askOneServer();

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
