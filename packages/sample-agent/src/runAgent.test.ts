import { execFile } from 'node:child_process';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';

jest.setTimeout(60_000);

interface Received {
  url?: string;
  headers: http.IncomingHttpHeaders;
  body: Buffer;
}

/** Stands for a portal that takes traces, or does not. */
async function startPortal(status: number, body?: Buffer) {
  const received: Received[] = [];
  const server = http.createServer(async (req, res) => {
    const chunks: Buffer[] = [];
    for await (const chunk of req) {
      chunks.push(chunk);
    }
    received.push({
      url: req.url,
      headers: req.headers,
      body: Buffer.concat(chunks),
    });
    res
      .writeHead(status, { 'content-type': 'application/x-protobuf' })
      .end(body);
  });
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    received,
    stop: () => new Promise(done => server.close(done)),
  };
}

/** The whole program, as `npm run sample-agent` starts it. */
function run(
  env: Record<string, string>,
  ...args: string[]
): Promise<{ code: number; said: string }> {
  return new Promise(done => {
    execFile(
      process.execPath,
      [
        '--require',
        require.resolve('@backstage/cli/config/nodeTransform.cjs'),
        resolve(__dirname, 'main.ts'),
        ...args,
      ],
      { env: { PATH: process.env.PATH, ...env } },
      (error, stdout, stderr) =>
        done({ code: Number(error?.code ?? 0), said: stdout + stderr }),
    );
  });
}

describe('the sample agent', () => {
  it('sends OTLP as protobuf, with gzip and its key, to the portal', async () => {
    const portal = await startPortal(200);
    const { code, said } = await run(
      { PORTAL_URL: portal.url, SAMPLE_AGENT_KEY: 'mcpk_key' },
      '--rounds',
      '1',
    );
    await portal.stop();
    expect(code).toBe(0);
    expect(said).toMatch(/round 1: \d+ calls, 1 of them failed/);
    expect(said).toMatch(/\d+ spans were taken by the portal\./);
    expect(portal.received.length).toBeGreaterThan(0);
    for (const { url, headers, body } of portal.received) {
      expect(url).toBe('/api/mcp-cost/v1/traces');
      expect(headers).toMatchObject({
        authorization: 'Bearer mcpk_key',
        'content-type': 'application/x-protobuf',
        'content-encoding': 'gzip',
      });
      expect(gunzipSync(body).toString('latin1')).toContain('sample-agent');
    }
  });

  it('says that its traces were not taken, and why', async () => {
    const portal = await startPortal(401);
    const { code, said } = await run(
      { PORTAL_URL: portal.url, SAMPLE_AGENT_KEY: 'mcpk_key' },
      '--rounds',
      '1',
    );
    await portal.stop();
    expect(code).toBe(1);
    expect(said).toMatch(/0 spans were taken by the portal, \d+ were not: \S+/);
    expect(said).not.toContain('mcpk_key');
  });

  it('says what a portal did not take of it', async () => {
    const message = 'environment is missing';
    // partialSuccess { rejectedSpans: 3, errorMessage }
    const partial = Buffer.concat([
      Buffer.from([0x08, 3, 0x12, message.length]),
      Buffer.from(message),
    ]);
    const portal = await startPortal(
      200,
      Buffer.concat([Buffer.from([0x0a, partial.length]), partial]),
    );
    const { said } = await run(
      { PORTAL_URL: portal.url, SAMPLE_AGENT_KEY: 'mcpk_key' },
      '--rounds',
      '1',
    );
    await portal.stop();
    expect(said).toContain(message);
  });

  it('says how to start it, without a portal and a key', async () => {
    expect(await run({})).toEqual({
      code: 1,
      said: expect.stringContaining('npm run sample-agent'),
    });
  });

  it('says which argument it does not know', async () => {
    const env = { PORTAL_URL: 'http://localhost:1', SAMPLE_AGENT_KEY: 'x' };
    expect(await run(env, '--round', '1')).toEqual({
      code: 1,
      said: expect.stringMatching(/^Error: Unknown option '--round'/),
    });
  });
});
