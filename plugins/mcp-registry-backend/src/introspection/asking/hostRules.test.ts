import {
  createTestAsker,
  loopback,
  remote,
} from './__testUtils__/createTestAsker';
import { oneTool } from './__testUtils__/jsonRpcListener';
import { testServers } from './__testUtils__/startTestServer';

describe('which URLs are called', () => {
  const start = testServers(oneTool);
  const loopbackAddress = async () => [{ address: '127.0.0.1', family: 4 }];

  it('calls none without configuration', async () => {
    const server = await start();
    const { asker } = createTestAsker({});
    const answer = await asker.ask(remote(server.url));
    expect(answer).toMatchObject({
      outcome: 'refused',
      error: expect.stringContaining(
        `Add '- host: 127.0.0.1:${server.port}' with 'allowHttp: true' to mcpRegistry.introspection.hosts`,
      ),
    });
    expect(answer.endpoint).toBeUndefined();
    expect(server.requests).toEqual([]);
  });

  it.each([
    ['another name', 'other.example.com'],
    ['a wildcard that is the name itself', '*.mcp.example.com'],
    ['another port', 'mcp.example.com:1'],
    ['a name that ends the same', 'p.example.com'],
    ['a range of other ports', 'mcp.example.com:1-9'],
    ['every port of another name', 'other.example.com:*'],
  ])('does not call a host when the list has %s', async (_, host) => {
    const server = await start();
    const { asker } = createTestAsker({
      introspection: {
        hosts: [{ ...loopback(server.port), host }],
      },
      resolve: loopbackAddress,
    });
    const answer = await asker.ask(
      remote(`http://mcp.example.com:${server.port}/mcp`),
    );
    expect(answer.outcome).toBe('refused');
    expect(server.requests).toEqual([]);
  });

  it.each(['MCP.Example.com', '*.example.com'])(
    'calls a host that is listed as %s',
    async name => {
      const server = await start();
      const { asker } = createTestAsker({
        introspection: {
          hosts: [{ ...loopback(server.port), host: `${name}:${server.port}` }],
        },
        resolve: loopbackAddress,
      });
      const answer = await asker.ask(
        remote(`http://mcp.EXAMPLE.com:${server.port}/mcp?key=visible#part`),
      );
      expect(answer).toMatchObject({
        outcome: 'ok',
        endpoint: `http://mcp.example.com:${server.port}/mcp`,
      });
    },
  );

  it.each<[string, (port: number) => string]>([
    ['the first of a range', port => `${port}-${port + 1}`],
    ['the last of a range', port => `${port - 1}-${port}`],
    ['one of all', () => '*'],
  ])('calls a port that is %s', async (_, ports) => {
    const server = await start();
    const { asker } = createTestAsker({
      introspection: {
        hosts: [
          {
            ...loopback(server.port),
            host: `*.example.com:${ports(server.port)}`,
          },
        ],
      },
      resolve: loopbackAddress,
    });
    const answer = await asker.ask(
      remote(`http://mcp.example.com:${server.port}/mcp`),
    );
    expect(answer.outcome).toBe('ok');
  });

  it('does not call the port beside a range', async () => {
    const server = await start();
    const { asker } = createTestAsker({
      introspection: {
        hosts: [
          {
            ...loopback(server.port),
            host: `127.0.0.1:${server.port - 9}-${server.port - 1}`,
          },
        ],
      },
    });
    expect((await asker.ask(remote(server.url))).outcome).toBe('refused');
    expect(server.requests).toEqual([]);
  });

  it('does not call http when only https is allowed', async () => {
    const server = await start();
    const { asker } = createTestAsker({
      introspection: {
        hosts: [{ ...loopback(server.port), allowHttp: false }],
      },
    });
    const answer = await asker.ask(remote(server.url));
    expect(answer).toMatchObject({
      outcome: 'refused',
      error: expect.stringContaining("Add 'allowHttp: true'"),
    });
    expect(server.requests).toEqual([]);
  });

  it('does not call a URL with a user in it', async () => {
    const server = await start();
    const { asker } = createTestAsker({
      introspection: { hosts: [loopback(server.port)] },
    });
    const answer = await asker.ask(
      remote(server.url.replace('http://', 'http://someone:pass-word@')),
    );
    expect(answer.outcome).toBe('refused');
    expect(answer.error).not.toContain('pass-word');
    expect(server.requests).toEqual([]);
  });

  it.each(['file:///etc/passwd', 'ws://mcp.example.com', 'not a url'])(
    'does not call %s',
    async url => {
      const { asker } = createTestAsker({
        introspection: { hosts: [{ host: 'mcp.example.com' }] },
      });
      expect((await asker.ask(remote(url))).outcome).toBe('refused');
    },
  );

  it('does not connect to a literal address that is not public', async () => {
    const server = await start();
    const { asker, logged } = createTestAsker({
      introspection: {
        hosts: [{ ...loopback(server.port), allowPrivateAddresses: [] }],
      },
    });
    const answer = await asker.ask(remote(server.url));
    expect(answer).toMatchObject({
      outcome: 'refused',
      error: expect.stringContaining("'allowPrivateAddresses'"),
    });
    expect(server.requests).toEqual([]);
    expect(logged()).toContain('Refused to connect to 127.0.0.1');
  });

  it.each([
    ['127.0.0.1', 4],
    ['::ffff:127.0.0.1', 6],
    ['::1', 6],
    ['0.0.0.0', 4],
  ])('does not connect to a name that leads to %s', async (address, family) => {
    const server = await start();
    const { asker } = createTestAsker({
      introspection: {
        hosts: [{ host: `mcp.example.com:${server.port}`, allowHttp: true }],
      },
      resolve: async () => [{ address, family }],
    });
    const answer = await asker.ask(
      remote(`http://mcp.example.com:${server.port}/mcp`),
    );
    expect(answer).toMatchObject({ outcome: 'refused' });
    // The address of an internal name is for the operator only.
    expect(answer.error).not.toContain(address);
    expect(server.requests).toEqual([]);
  });

  it('looks at the address again for each connection', async () => {
    const server = await start((request, response) => {
      response.setHeader('connection', 'close');
      oneTool(request, response);
    });
    // Allowed when it is looked at first, and another address ever after.
    const addresses = ['127.0.0.1', '127.0.0.2'];
    const asked: string[] = [];
    const { asker } = createTestAsker({
      introspection: {
        hosts: [
          {
            host: `mcp.example.com:${server.port}`,
            allowHttp: true,
            allowPrivateAddresses: ['127.0.0.1/32'],
          },
        ],
      },
      resolve: async name => {
        asked.push(name);
        return [{ address: addresses[asked.length - 1], family: 4 }];
      },
    });
    const answer = await asker.ask(
      remote(`http://mcp.example.com:${server.port}/mcp`),
    );
    expect(answer.outcome).toBe('refused');
    expect(asked).toEqual(['mcp.example.com', 'mcp.example.com']);
    expect(server.requests).toHaveLength(1);
  });

  it('says so when a name does not resolve, or nothing listens', async () => {
    const server = await start();
    await server.close();
    const { asker } = createTestAsker({
      introspection: {
        hosts: [loopback(server.port), { host: 'gone.example.com' }],
      },
      resolve: async () => {
        throw Object.assign(new Error('no such name'), { code: 'ENOTFOUND' });
      },
    });
    expect(await asker.ask(remote(server.url))).toMatchObject({
      outcome: 'unreachable',
      error: expect.stringContaining('ECONNREFUSED'),
    });
    expect(await asker.ask(remote('https://gone.example.com'))).toMatchObject({
      outcome: 'unreachable',
      error: expect.stringContaining('does not resolve'),
    });
  });

  it('says so when there is no secure connection', async () => {
    const server = await start();
    const { asker } = createTestAsker({
      introspection: { hosts: [loopback(server.port)] },
    });
    const answer = await asker.ask(
      remote(server.url.replace('http:', 'https:')),
    );
    expect(answer).toMatchObject({
      outcome: 'unreachable',
      error: expect.stringContaining('secure connection'),
    });
  });

  it('takes the next way when the best one fails', async () => {
    const gone = await start();
    await gone.close();
    const server = await start();
    const { asker } = createTestAsker({
      introspection: { hosts: [loopback(server.port), loopback(gone.port)] },
    });
    const answer = await asker.ask({
      ref: 'api:default/two',
      remotes: [
        { type: 'streamable-http', url: gone.url },
        { type: 'streamable-http', url: 'https://not-listed.example.com' },
        { type: 'streamable-http', url: server.url },
      ],
      packages: [],
    });
    expect(answer).toMatchObject({ outcome: 'ok', endpoint: server.url });
  });
});
