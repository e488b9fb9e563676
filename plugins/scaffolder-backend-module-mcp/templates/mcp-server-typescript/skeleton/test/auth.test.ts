import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';

import { connect, overHttp } from './support/connect.js';
import { post } from './support/post.js';
import { type Claims, startTestIssuer } from './support/startTestIssuer.js';
import { startTestServer } from './support/startTestServer.js';

const AUDIENCE = 'https://mcp.example.com/mcp';

async function startProtected(t: TestContext, env: NodeJS.ProcessEnv = {}) {
  const testIssuer = await startTestIssuer(t);
  const server = await startTestServer(t, {
    MCP_AUTH_ISSUER: testIssuer.issuer,
    MCP_PUBLIC_URL: AUDIENCE,
    ...env,
  });
  const bearer = async (claims: Claims = {}) => ({
    authorization: `Bearer ${await testIssuer.token({
      aud: AUDIENCE,
      ...claims,
    })}`,
  });
  return { ...server, issuer: testIssuer.issuer, bearer };
}

describe('Authorization', () => {
  it('lets in whoever has a token for this server', async t => {
    const { url, bearer } = await startProtected(t);
    const client = await connect(t, overHttp(url, await bearer()));
    assert.ok((await client.listTools()).tools.length > 0);
  });

  it('says to whoever has none where to get one', async t => {
    const { url, issuer } = await startProtected(t);
    const response = await post(url);
    assert.equal(response.status, 401);
    const { pathname } = new URL(
      /resource_metadata="([^"]+)"/.exec(
        response.headers['www-authenticate'] ?? '',
      )?.[1] ?? '',
    );
    const metadata = await post(new URL(pathname, url), { method: 'GET' });
    assert.deepEqual(JSON.parse(metadata.text()), {
      ...(JSON.parse(metadata.text()) as object),
      resource: AUDIENCE,
      authorization_servers: [issuer],
    });
  });

  const past = Math.floor(Date.now() / 1000) - 60;
  for (const [what, claims] of [
    ['for another server', { aud: 'https://other.example.com/mcp' }],
    ['of another issuer', { iss: 'https://other.example.com' }],
    ['that is over', { exp: past }],
    ['that never ends', { exp: undefined }],
    ['of nobody', { sub: undefined }],
  ] as const) {
    it(`refuses a token ${what}`, async t => {
      const { url, bearer } = await startProtected(t);
      const response = await post(url, { headers: await bearer(claims) });
      assert.equal(response.status, 401);
      assert.match(response.text(), /invalid_token/);
    });
  }

  it('refuses a token that somebody else signed', async t => {
    const { url, issuer } = await startProtected(t);
    const other = await startTestIssuer(t);
    const token = await other.token({ iss: issuer, aud: AUDIENCE });
    const headers = { authorization: `Bearer ${token}` };
    assert.equal((await post(url, { headers })).status, 401);
  });

  it('asks for the scopes that are wanted', async t => {
    const { url, bearer } = await startProtected(t, { MCP_AUTH_SCOPES: 'mcp' });
    const without = await post(url, { headers: await bearer() });
    assert.equal(without.status, 403);
    const withScope = await bearer({ scope: 'openid mcp' });
    assert.equal((await post(url, { headers: withScope })).status, 200);
  });

  it('lets nobody in while the issuer does not answer', async t => {
    const { url, bearer } = await startProtected(t, {
      MCP_AUTH_ISSUER: 'http://127.0.0.1:9',
    });
    const response = await post(url, { headers: await bearer() });
    assert.equal(response.status, 500);
  });

  it('logs no token', async t => {
    const { url, bearer, logged } = await startProtected(t);
    const headers = await bearer();
    await post(url, { headers });
    await post(url, { headers: await bearer({ exp: past }) });
    assert.doesNotMatch(JSON.stringify(logged()), /eyJ/);
  });
});
