import { JsonObject } from '@backstage/types';
import { text } from 'node:stream/consumers';
import { askerWith, sent } from './__testUtils__/credentials';
import { remote } from './__testUtils__/createTestAsker';
import { oneTool } from './__testUtils__/jsonRpcListener';
import { TestServer, testServers } from './__testUtils__/startTestServer';

describe('OAuth client credentials', () => {
  const start = testServers(oneTool);
  const startIssuer = async (
    answer: object,
    status = 200,
  ): Promise<TestServer & { bodies: string[] }> => {
    const bodies: string[] = [];
    const issuer = await start(async (request, response) => {
      bodies.push(await text(request));
      response
        .writeHead(status, { 'content-type': 'application/json' })
        .end(JSON.stringify(answer));
    });
    return Object.assign(issuer, { bodies });
  };
  const oauth = (server: TestServer, tokenUrl: string): JsonObject => ({
    name: 'client',
    url: server.url,
    type: 'oauth-client-credentials',
    tokenUrl,
    clientIdEnv: 'CLIENT_ID',
    clientSecretEnv: 'CLIENT_SECRET',
    scopes: ['mcp.read', 'mcp.list'],
  });

  it('gets a token, and keeps it while it is good', async () => {
    const server = await start();
    const issuer = await startIssuer({
      access_token: 'issued-token',
      token_type: 'Bearer',
      expires_in: 3600,
    });
    const { asker } = askerWith([server, issuer], [oauth(server, issuer.url)]);
    await asker.ask(remote(server.url));
    expect((await asker.ask(remote(server.url))).outcome).toBe('ok');
    expect(sent(server)).toEqual(['Bearer issued-token']);
    expect(issuer.bodies).toEqual([
      'grant_type=client_credentials&scope=mcp.read+mcp.list',
    ]);
    expect(sent(issuer)).toEqual([
      `Basic ${Buffer.from('portal:client-5ecret%2F%2B%26').toString(
        'base64',
      )}`,
    ]);
  });

  it('gets another when it is about to expire, or was refused', async () => {
    const refusing = await start((_, response) => {
      response.writeHead(401).end();
    });
    for (const lifetime of [30, 3600]) {
      const issuer = await startIssuer({
        access_token: 'issued-token',
        token_type: 'Bearer',
        expires_in: lifetime,
      });
      const { asker } = askerWith(
        [refusing, issuer],
        [oauth(refusing, issuer.url)],
      );
      await asker.ask(remote(refusing.url));
      await asker.ask(remote(refusing.url));
      expect(issuer.bodies).toHaveLength(2);
    }
  });

  it.each([
    ['an error', { error: 'invalid_client' }, 401, 'invalid_client'],
    ['nothing useful', { hello: 1 }, 200, 'no token'],
  ])('says so when it gets %s', async (_, body, status, why) => {
    const server = await start();
    const issuer = await startIssuer(body, status);
    const { asker, logged } = askerWith(
      [server, issuer],
      [oauth(server, issuer.url)],
    );
    const answer = await asker.ask(remote(server.url));
    expect(answer).toMatchObject({
      outcome: 'unauthorized',
      error: expect.stringContaining(why),
    });
    expect(JSON.stringify(answer) + logged()).not.toContain('5ecret');
    expect(server.requests).toEqual([]);
  });

  it('does not send its secret to where a redirect leads', async () => {
    const server = await start();
    const thief = await start((_, response) => {
      response.writeHead(200).end('{}');
    });
    const issuer = await start((_, response) => {
      response.writeHead(307, { location: thief.url }).end();
    });
    const { asker } = askerWith(
      [server, issuer, thief],
      [oauth(server, issuer.url)],
    );
    expect((await asker.ask(remote(server.url))).outcome).not.toBe('ok');
    expect(sent(thief)).toEqual([undefined]);
  });

  it('is refused at start when the token endpoint may not be called', async () => {
    const server = await start();
    expect(() =>
      askerWith([server], [oauth(server, 'https://login.example.com/token')]),
    ).toThrow(
      "mcpRegistry.introspection.credentials[0].tokenUrl may not be called: https://login.example.com/token may not be called. Add '- host: login.example.com' to mcpRegistry.introspection.hosts.",
    );
  });
});
