import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { connect, overHttp } from '../support/connect.js';
import { startTestServer } from '../support/startTestServer.js';
import type { Case } from './Case.js';
import { cases, untried } from './cases.js';
import { type SeenRequest, sendJson, startStubApi } from './startStubApi.js';

describe('The tools of the API', () => {
  it('are all tried here', async t => {
    const { url } = await startTestServer(t);
    const client = await connect(t, overHttp(url));
    const { tools } = await client.listTools();
    assert.deepEqual(
      tools.map(({ name }) => name).sort(),
      [...cases.map(({ tool }) => tool), ...untried].sort(),
    );
  });

  for (const example of cases) {
    it(`${example.tool} asks the API, and answers with what it sends`, async t => {
      const { url: upstream, seen } = await startStubApi(t, response => {
        if (example.response === undefined) {
          response.writeHead(204).end();
        } else if (isText(example)) {
          response.end(example.response);
        } else {
          sendJson(response, example.response);
        }
      });
      const { url } = await startTestServer(t, {
        UPSTREAM_URL: `${upstream}/base`,
      });
      const client = await connect(t, overHttp(url));

      const result = await client.callTool({
        name: example.tool,
        arguments: example.input,
      });

      assert.deepEqual(result.structuredContent, example.output);
      assert.equal(result.isError ?? false, false);
      assert.equal(seen.length, 1);
      assert.deepEqual(decode(seen[0], example), example.request);
    });
  }
});

function isText({ output, response }: Case): boolean {
  return 'text' in output && output.text === response;
}

/** Of the request what the example says, in its form. */
function decode(
  seen: SeenRequest | undefined,
  { request: { query, headers, body } }: Case,
): Case['request'] {
  assert.ok(seen);
  const sent = [...seen.query];
  return {
    method: seen.method,
    path: decodeURIComponent(seen.path.replace(/^\/base/, '')),
    ...((query !== undefined || sent.length > 0) && { query: sent }),
    ...(headers !== undefined && {
      headers: Object.fromEntries(
        Object.keys(headers).map(name => [name, String(seen.headers[name])]),
      ),
    }),
    ...((body !== undefined || seen.body !== '') && { body: decodeBody(seen) }),
  };
}

function decodeBody({ headers, body }: SeenRequest): unknown {
  return headers['content-type'] === 'application/x-www-form-urlencoded'
    ? [...new URLSearchParams(body)]
    : (JSON.parse(body) as unknown);
}
