import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';

import { fromJsonSchema } from '@modelcontextprotocol/server';

import { createLog } from '../../src/telemetry/createLog.js';
import { callOperation } from '../../src/upstream/callOperation.js';
import type { Arguments, Operation } from '../../src/upstream/Operation.js';
import { type SeenRequest, sendJson, startStubApi } from './startStubApi.js';

const SECRET = 'very-secret-credential';

const operation: Operation = {
  method: 'GET',
  path: '/things',
  parameters: [],
  answer: 'object',
};

const outputSchema = fromJsonSchema<Arguments>({
  type: 'object',
  properties: { id: { type: 'string' } },
  required: ['id'],
});

function call(
  url: string,
  env: NodeJS.ProcessEnv = {},
  changes: Partial<Operation> = {},
) {
  return callOperation({
    context: {
      log: createLog('silent'),
      env: { UPSTREAM_URL: url, ...env },
      toolTimeoutMs: 1_000,
    },
    operation: { ...operation, ...changes },
    input: {},
    outputSchema,
    signal: AbortSignal.timeout(5_000),
  });
}

async function answeredWith(
  t: TestContext,
  respond: (response: ServerResponse, seen: SeenRequest) => void,
  env: NodeJS.ProcessEnv = {},
) {
  const { url, seen } = await startStubApi(t, respond);
  return { result: call(url, env), seen };
}

describe('A call of the API', () => {
  it('answers with what the API sends', async t => {
    const { result } = await answeredWith(t, response => {
      sendJson(response, { id: 'a', more: 1 });
    });
    assert.deepEqual(await result, { id: 'a', more: 1 });
  });

  it('says what the API refused, and why', async t => {
    const { result } = await answeredWith(t, response => {
      response.writeHead(404).end('{"error":"no such thing"}');
    });
    await assert.rejects(result, {
      name: 'ToolError',
      message:
        /GET \/things with 404 Not Found: .*no such thing.*\n.*right id/s,
    });
  });

  it('says how long to wait', async t => {
    const { result } = await answeredWith(t, response => {
      response.writeHead(429, { 'retry-after': '7' }).end();
    });
    await assert.rejects(result, /429.*after 7 seconds/s);
  });

  it('shows no more of an error than helps', async t => {
    const { result } = await answeredWith(t, response => {
      response.writeHead(500).end('x'.repeat(5_000_000));
    });
    await assert.rejects(
      result,
      ({ message }: Error) => message.length < 1_500,
    );
  });

  it('refuses an answer that is too large', async t => {
    const { result } = await answeredWith(
      t,
      response => {
        sendJson(response, { id: 'x'.repeat(10_000) });
      },
      { UPSTREAM_MAX_RESPONSE_BYTES: '1000' },
    );
    await assert.rejects(result, /larger than 1000 bytes/);
  });

  it('says so when the answer is not what was promised', async t => {
    const { result } = await answeredWith(t, response => {
      sendJson(response, { id: 7 });
    });
    await assert.rejects(result, /not what its description promises.*"id":7/);
  });

  it('says so when the answer is no JSON', async t => {
    const { result } = await answeredWith(t, response => {
      response.end('<html>');
    });
    await assert.rejects(result, /no JSON: <html>/);
  });

  it('says so when the API can not be reached', async () => {
    await assert.rejects(call('http://127.0.0.1:1'), {
      name: 'ToolError',
      message: /can't be reached/,
    });
  });

  it('says so when nobody told where the API is', async () => {
    await assert.rejects(call('not an address'), /UPSTREAM_URL/);
  });
});

describe('The credential', () => {
  it('is sent to the API', async t => {
    const { result, seen } = await answeredWith(
      t,
      response => {
        sendJson(response, { id: 'a' });
      },
      { UPSTREAM_AUTHORIZATION: `Bearer ${SECRET}` },
    );
    await result;
    assert.equal(seen[0]?.headers.authorization, `Bearer ${SECRET}`);
  });

  it('is read anew from its file for each call', async t => {
    const folder = mkdtempSync(join(tmpdir(), 'token-'));
    t.after(() => {
      rmSync(folder, { recursive: true });
    });
    const file = join(folder, 'token');
    const { url, seen } = await startStubApi(t, response => {
      sendJson(response, { id: 'a' });
    });
    for (const token of ['first', 'second']) {
      writeFileSync(file, `${token}\n`);
      await call(url, { UPSTREAM_TOKEN_FILE: file });
    }
    assert.deepEqual(
      seen.map(({ headers }) => headers.authorization),
      ['Bearer first', 'Bearer second'],
    );
  });

  it('is never shown, even when the API echoes it', async t => {
    for (const status of [200, 403]) {
      const { result } = await answeredWith(
        t,
        (response, { headers }) => {
          response
            .writeHead(status)
            .end(JSON.stringify({ id: headers.authorization }));
        },
        { UPSTREAM_AUTHORIZATION: `Bearer ${SECRET}` },
      );
      const shown = await result.then(
        output => JSON.stringify(output),
        (error: unknown) => String(error),
      );
      assert.match(shown, /\[hidden\]/);
      assert.ok(!shown.includes(SECRET));
    }
  });

  it('does not follow to another host', async t => {
    const other = await startStubApi(t, response => {
      sendJson(response, { id: 'stolen' });
    });
    const { result } = await answeredWith(
      t,
      response => {
        response.writeHead(302, { location: `${other.url}/things` }).end();
      },
      { UPSTREAM_AUTHORIZATION: SECRET },
    );
    await assert.rejects(result, /does not follow/);
    assert.equal(other.seen.length, 0);
  });

  it('follows within the API', async t => {
    const { result } = await answeredWith(
      t,
      (response, { path }) => {
        if (path === '/things') {
          response.writeHead(301, { location: '/things/' }).end();
        } else {
          sendJson(response, { id: 'a' });
        }
      },
      { UPSTREAM_AUTHORIZATION: SECRET },
    );
    assert.deepEqual(await result, { id: 'a' });
  });
});
