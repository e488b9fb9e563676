import type { McpCredentialSource } from '@mcp-portal/plugin-mcp-registry-node';
import { askerWith, bearer, sent, SECRET } from './__testUtils__/credentials';
import { remote } from './__testUtils__/createTestAsker';
import { jsonRpcListener, oneTool } from './__testUtils__/jsonRpcListener';
import { testServers } from './__testUtils__/startTestServer';

describe('credentials', () => {
  const start = testServers(oneTool);

  it('sends a bearer token to what it is for, and names it', async () => {
    const server = await start();
    const { asker } = askerWith([server], [bearer(server.url)]);
    expect(await asker.ask(remote(server.url))).toMatchObject({
      outcome: 'ok',
      credential: 'test-token',
    });
    expect(sent(server)).toEqual([`Bearer ${SECRET}`]);
  });

  it('sends a header', async () => {
    const server = await start();
    const { asker } = askerWith(
      [server],
      [
        {
          name: 'key',
          url: server.url,
          type: 'header',
          header: 'X-Api-Key',
          valueEnv: 'TOKEN',
        },
      ],
    );
    expect((await asker.ask(remote(server.url))).outcome).toBe('ok');
    expect(sent(server, 'x-api-key')).toEqual([SECRET]);
  });

  it('speaks to a plugin of this Backstage as itself', async () => {
    const server = await start();
    const { asker } = askerWith(
      [server],
      [
        {
          name: 'actions',
          url: server.url,
          type: 'backstage-plugin',
          pluginId: 'mcp-actions',
        },
      ],
    );
    expect((await asker.ask(remote(server.url))).outcome).toBe('ok');
    expect(sent(server)[0]).toMatch(/^Bearer mock-service-token:.*mcp-actions/);
  });

  it('uses a source that a module added, and hides what it gave', async () => {
    const server = await start((_, response) =>
      response.writeHead(200, { 'content-type': 'from-the-vault' }).end(),
    );
    const source: McpCredentialSource = {
      type: 'vault',
      headersFor: async ({ config, name, url }) => {
        expect({ name, url }).toEqual({ name: 'v', url: server.url });
        return { 'x-vault': `from-the-${config.getString('path')}` };
      },
    };
    const { asker } = askerWith(
      [server],
      [{ name: 'v', url: server.url, type: 'vault', path: 'vault' }],
      { credentialSources: [source] },
    );
    const answer = await asker.ask(remote(`${server.url}?a=b`));
    expect(sent(server, 'x-vault')).toEqual(['from-the-vault']);
    expect(answer.error).toContain('***');
    expect(answer.error).not.toContain('from-the-vault');
  });

  it('is not ambiguous: no type has two sources', () => {
    const source = { type: 'bearer', headersFor: async () => ({}) };
    expect(() => askerWith([], [], { credentialSources: [source] })).toThrow(
      "Two sources of credentials have the type 'bearer'",
    );
  });

  it.each([
    ['another path', '/other'],
    ['a path that only begins the same', '/mcp-evil'],
    ['a path that leaves it', '/mcp/..%2fadmin'],
    ['a path that leaves it twice encoded', '/mcp/%252e%252e/admin'],
    ['a path that leaves it by a backslash', '/mcp/..%5cadmin'],
    ['a path that URL resolves', '/mcp/../admin'],
  ])('sends nothing to %s', async (_, path) => {
    const server = await start();
    const { asker } = askerWith([server], [bearer(server.url)]);
    const answer = await asker.ask(remote(new URL(server.url).origin + path));
    expect(answer).toMatchObject({ outcome: 'ok', credential: undefined });
    expect(sent(server)).toEqual([undefined]);
  });

  it('prefers the one that is bound more narrowly', async () => {
    const server = await start();
    const { asker } = askerWith(
      [server],
      [
        bearer(new URL(server.url).origin, { name: 'wide' }),
        bearer(`${server.url}/team/`, { name: 'narrow' }),
      ],
    );
    const ask = async (url: string) =>
      (await asker.ask(remote(url))).credential;
    expect(await ask(`${server.url}/team`)).toBe('narrow');
    expect(await ask(`${server.url}/team/a`)).toBe('narrow');
    expect(await ask(`${server.url}/teams`)).toBe('wide');
  });

  it('is not sent to where a redirect leads', async () => {
    const target = await start();
    const from = await start((_, response) => {
      response.writeHead(307, { location: target.url }).end();
    });
    const { asker } = askerWith([from, target], [bearer(from.url)]);
    await asker.ask(remote(from.url));
    expect(sent(from)).toEqual([`Bearer ${SECRET}`]);
    expect(target.requests.length).toBeGreaterThan(0);
    expect(sent(target)).toEqual([undefined]);
  });

  it('stays off when a redirect leads back', async () => {
    const away = await start((request, response) => {
      const from = request.url!.split('?')[1];
      response.writeHead(307, { location: `http://${from}/mcp/again` }).end();
    });
    const home = await start((request, response) =>
      request.url === '/mcp/again'
        ? oneTool(request, response)
        : response
            .writeHead(307, {
              location: `${away.url}?${request.headers.host}`,
            })
            .end(),
    );
    const { asker } = askerWith([home, away], [bearer(home.url)]);
    await asker.ask(remote(home.url));
    const back = home.requests.filter(({ path }) => path === '/mcp/again');
    expect(back.length).toBeGreaterThan(0);
    expect(back.map(({ headers }) => headers.authorization)).toEqual(
      back.map(() => undefined),
    );
  });

  it('names the variable that is missing, and calls nobody', async () => {
    const server = await start();
    const { asker } = askerWith(
      [server],
      [bearer(server.url, { tokenEnv: 'NOT_SET' })],
    );
    expect(await asker.ask(remote(server.url))).toMatchObject({
      outcome: 'refused',
      error: expect.stringContaining('NOT_SET'),
      credential: 'test-token',
    });
    expect(server.requests).toEqual([]);
  });

  it('says what a server wants that got none', async () => {
    const server = await start((_, response) => {
      response
        .writeHead(401, {
          'www-authenticate':
            'Bearer resource_metadata="https://login.example.com/.well-known/x?y=z"',
        })
        .end();
    });
    const { asker } = askerWith([server], []);
    const answer = await asker.ask(remote(server.url));
    expect(answer).toMatchObject({
      outcome: 'unauthorized',
      error: expect.stringContaining('at https://login.example.com.'),
    });
    expect(answer.error).toContain('mcpRegistry.introspection.credentials');
    expect(server.requests).toHaveLength(1);
  });

  it.each([401, 403])('says that it was not accepted (%s)', async status => {
    const server = await start((_, response) => {
      response.writeHead(status).end();
    });
    const { asker } = askerWith([server], [bearer(server.url)]);
    expect(await asker.ask(remote(server.url))).toMatchObject({
      outcome: 'unauthorized',
      error: expect.stringContaining("'test-token'"),
    });
  });

  it('never shows its value, whatever the server says back', async () => {
    const forms = [
      SECRET,
      encodeURIComponent(SECRET),
      Buffer.from(SECRET).toString('base64'),
      JSON.stringify(SECRET).slice(1, -1),
    ];
    for (const form of forms) {
      // Where a cut of the message would fall into the value.
      for (const padding of ['', 'x'.repeat(110)]) {
        const server = await start(
          jsonRpcListener({
            'tools/list': call =>
              call.error(-32000, `${padding} Bearer ${form} is wrong`),
          }),
        );
        const { asker, logged } = askerWith([server], [bearer(server.url)]);
        const answer = await asker.ask(remote(server.url));
        expect(answer.outcome).toBe('protocol-error');
        const shown = JSON.stringify(answer) + logged();
        expect(shown).not.toContain(form);
        expect(shown).not.toContain('5ecret');
      }
    }
  });
});
