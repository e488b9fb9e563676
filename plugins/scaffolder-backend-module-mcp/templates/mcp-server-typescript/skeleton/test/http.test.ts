import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { ProtocolError } from '@modelcontextprotocol/client';

import { connect, ERAS, overHttp } from './support/connect.js';
import { post } from './support/post.js';
import { startTestServer } from './support/startTestServer.js';

describe('Requests that ask for what there is not', () => {
  for (const era of ERAS) {
    it(`get the JSON-RPC error -32602 in the ${era} era`, async t => {
      const { url } = await startTestServer(t);
      const client = await connect(t, overHttp(url), era);
      await assert.rejects(
        client.callTool({ name: 'no_such_tool', arguments: {} }),
        error => error instanceof ProtocolError && error.code === -32602,
      );
    });
  }

  it('are refused when they are not JSON', async t => {
    const { url } = await startTestServer(t);
    const response = await post(url, { body: '{' });
    assert.equal(response.status, 400);
    assert.match(response.text(), /-32700/);
  });

  it('are refused when they are too large', async t => {
    const { url } = await startTestServer(t, { MCP_MAX_REQUEST_BYTES: '100' });
    const response = await post(url, { body: ' '.repeat(101) });
    assert.equal(response.status, 413);
  });

  it('find nothing beside /mcp', async t => {
    const { url } = await startTestServer(t);
    assert.equal((await fetch(new URL('/', url))).status, 404);
  });
});

describe('Who may call from where', () => {
  it('refuses a page of another origin', async t => {
    const { url } = await startTestServer(t);
    const response = await post(url, {
      headers: { origin: 'https://evil.example' },
    });
    assert.equal(response.status, 403);
  });

  it('refuses a name that is not its own, as of DNS rebinding', async t => {
    const { url } = await startTestServer(t);
    const response = await post(url, { headers: { host: 'evil.example' } });
    assert.equal(response.status, 403);
  });

  it('takes its public name, and those that the operator allows', async t => {
    const { url } = await startTestServer(t, {
      MCP_PUBLIC_URL: 'https://mcp.example.com/mcp',
      MCP_ALLOWED_HOSTS: 'other.example.com',
    });
    for (const host of ['mcp.example.com', 'other.example.com:8080']) {
      const response = await post(url, { headers: { host } });
      assert.equal(response.status, 200, host);
    }
  });
});

describe('Health', () => {
  it('is told to whoever asks, by whatever name', async t => {
    const { url } = await startTestServer(t);
    for (const path of ['/healthz', '/readyz']) {
      const response = await post(new URL(path, url), {
        method: 'GET',
        headers: { host: '10.0.0.1:8080' },
      });
      assert.equal(response.status, 200, path);
    }
  });
});
