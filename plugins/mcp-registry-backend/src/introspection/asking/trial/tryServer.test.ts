import { JsonObject } from '@backstage/types';
import { RequestListener } from 'node:http';
import type { ServerToAsk } from '../ContractAsker';
import {
  jsonRpcListener,
  RpcCall,
  tool,
} from '../__testUtils__/jsonRpcListener';
import { testServers, TestServer } from '../__testUtils__/startTestServer';
import {
  createTestAsker,
  loopback,
  remote,
} from '../__testUtils__/createTestAsker';
import { askerFor, stdioServer } from '../__testUtils__/stdioServer';

const ENTRY = '/.well-known/oauth-protected-resource';

/** A server with one tool, that does this when any tool is called. */
const whoseCalls = (onCall: (call: RpcCall) => void) =>
  jsonRpcListener({
    'tools/list': call => call.result({ tools: [tool('a')] }),
    'tools/call': onCall,
  });

const wellKept = whoseCalls(call => call.error(-32602, 'Unknown tool'));

/** Lets nobody in without the token, and says so with these headers. */
const closed =
  (
    headers: Record<string, string>,
    metadata: { [path: string]: object } = {},
  ): RequestListener =>
  (request, response) => {
    if (metadata[request.url ?? '']) {
      response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(JSON.stringify(metadata[request.url ?? '']));
    } else if (request.headers.authorization === 'Bearer let-me-in') {
      wellKept(request, response);
    } else {
      response.writeHead(401, headers).end();
    }
  };

describe('what is tried of a server', () => {
  const start = testServers(wellKept);
  const ask = async (
    server: TestServer,
    options: {
      trial?: { unknownTool: boolean; unlessSnapshot?: string };
      declared?: ServerToAsk;
      introspection?: JsonObject;
    } = {},
  ) =>
    createTestAsker({
      introspection: {
        hosts: [loopback(server.port)],
        ...options.introspection,
      },
      env: { TOKEN: 'let-me-in' },
    }).asker.ask(options.declared ?? remote(server.url), {
      trial: options.trial ?? { unknownTool: true },
    });
  const withToken = (server: TestServer) => ({
    introspection: {
      credentials: [
        { name: 't', url: server.url, type: 'bearer', tokenEnv: 'TOKEN' },
      ],
    },
  });

  it('hears how a tool that does not exist is refused', async () => {
    expect(await ask(await start())).toMatchObject({
      outcome: 'ok',
      unknownTool: { kind: 'error', code: -32602 },
      auth: 'none',
    });
  });

  it('tries nothing unless it is told to', async () => {
    const onCall = jest.fn();
    const server = await start(whoseCalls(onCall));
    const { asker } = createTestAsker({
      introspection: { hosts: [loopback(server.port)] },
    });
    const answer = await asker.ask(remote(server.url));
    expect(answer.outcome).toBe('ok');
    expect(answer).not.toHaveProperty('unknownTool');
    expect(onCall).not.toHaveBeenCalled();
  });

  it('calls no tool of a server that the operator leaves in peace, or that has none', async () => {
    const onCall = jest.fn();
    const server = await start(whoseCalls(onCall));
    const left = await ask(server, { trial: { unknownTool: false } });
    const without = await ask(await start(jsonRpcListener({}, {})));
    expect([left.outcome, without.outcome]).toEqual(['ok', 'ok']);
    expect([left.unknownTool, without.unknownTool]).toEqual([
      undefined,
      undefined,
    ]);
    expect(onCall).not.toHaveBeenCalled();
  });

  it('does not try again what still offers the same', async () => {
    const onCall = jest.fn((call: RpcCall) => call.error(-32602, 'No'));
    const server = await start(whoseCalls(onCall));
    const { snapshot } = await ask(server);
    const trial = { unknownTool: true, unlessSnapshot: snapshot?.sha256 };
    const again = await ask(server, { trial });
    expect(again).toMatchObject({ outcome: 'ok', auth: 'none' });
    expect(again.unknownTool).toBeUndefined();
    expect(onCall).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['hangs', () => {}],
    ['breaks the connection', (call: RpcCall) => call.response.destroy()],
    [
      'wants a credential',
      (call: RpcCall) => call.response.writeHead(401).end(),
    ],
    [
      'floods',
      (call: RpcCall) => call.response.writeHead(200).end('x'.repeat(500_000)),
    ],
  ])(
    'keeps the contract of a server that %s when it is tried',
    async (_, onCall) => {
      const answer = await ask(await start(whoseCalls(onCall)), {
        introspection: {
          deadline: { milliseconds: 2_400 },
          maxResponseBytes: 100_000,
        },
      });
      expect(answer).toMatchObject({
        outcome: 'ok',
        unknownTool: { kind: 'none', reason: expect.stringMatching(/.\.$/) },
      });
      expect(answer.error).toBeUndefined();
      expect(answer.latencyMs).toBeLessThan(600);
      expect(answer.snapshot?.contract.tools).toHaveLength(1);
    },
  );

  it.each([
    [
      'names its metadata in the challenge',
      { 'www-authenticate': `Bearer resource_metadata="https://a.example/m"` },
      {},
      'declared',
    ],
    [
      'has metadata below its path',
      {},
      { [`${ENTRY}/mcp`]: { resource: 'https://a.example' } },
      'declared',
    ],
    [
      'has metadata at the root',
      { 'www-authenticate': 'Bearer' },
      { [ENTRY]: { resource: 'https://a.example' } },
      'declared',
    ],
    [
      'has something else there',
      { 'www-authenticate': 'Basic realm="x"' },
      { [ENTRY]: { hello: 'world' } },
      'undeclared',
    ],
    ['says nothing', {}, {}, 'undeclared'],
  ])(
    'learns how one gets in to a server that %s',
    async (_, headers, metadata, auth) => {
      const server = await start(closed(headers, metadata));
      expect(await ask(server, withToken(server))).toMatchObject({
        outcome: 'ok',
        auth,
        unknownTool: { kind: 'error', code: -32602 },
      });
      // The stranger is one: nothing of ours goes along.
      const asStranger = server.requests.filter(
        ({ headers: sent }) => !sent.authorization,
      );
      expect(asStranger.length).toBeGreaterThan(0);
    },
  );

  it('knows that a credential was not needed', async () => {
    const server = await start(
      jsonRpcListener({
        ping: call => call.result({}),
        'tools/list': call => call.result({ tools: [] }),
      }),
    );
    expect((await ask(server, withToken(server))).auth).toBe('none');
  });

  it('says nothing where it can not know', async () => {
    const server = await start((request, response) =>
      request.headers.authorization
        ? wellKept(request, response)
        : response.writeHead(400).end(),
    );
    const answer = await ask(server, withToken(server));
    expect(answer.outcome).toBe('ok');
    expect(answer.auth).toBeUndefined();
  });

  it('takes the word of an entity that names headers', async () => {
    const server = await start(closed({}));
    const declared: ServerToAsk = {
      ref: 'api:default/test',
      remotes: [
        {
          type: 'streamable-http',
          url: server.url,
          headers: [{ name: 'authorization' }],
        },
      ],
      packages: [],
    };
    expect((await ask(server, { ...withToken(server), declared })).auth).toBe(
      'declared',
    );
  });
});

describe('how one gets in to a process', () => {
  const { listed } = stdioServer();
  const auth = async (more: JsonObject, variables?: object[]) => {
    const answer = await askerFor(listed('ok', more)).ask(
      {
        ref: 'api:default/test',
        remotes: [],
        packages: [
          {
            registryType: 'npm',
            identifier: 'hand-made',
            version: '1.0.0',
            environmentVariables: variables,
          },
        ],
      },
      { trial: { unknownTool: true } },
    );
    return [answer.outcome, answer.auth];
  };

  it('is by the variables that its package declares', async () => {
    expect(await auth({}, [{ name: 'KEY', isSecret: true }])).toEqual([
      'ok',
      'declared',
    ]);
  });

  it('is not said when only the operator knows of a secret', async () => {
    expect(await auth({ env: { KEY: { fromEnv: 'PORTAL_KEY' } } })).toEqual([
      'ok',
      'undeclared',
    ]);
  });

  it('is free when nobody speaks of one', async () => {
    expect(await auth({ env: { LEVEL: 'warn' } }, [])).toEqual(['ok', 'none']);
  });
});
