import { expectOneLine, runCli } from '../__testUtils__/runCli';
import { sdkListener } from '../__testUtils__/sdkListener';
import { sseListener, testServers } from '../__testUtils__/testServers';
import { toolsIn } from '../__testUtils__/toolsIn';

const SECRET = 'sk-very-secret-value';

describe('asking over HTTP', () => {
  const start = testServers();
  const snapshot = (url: string, ...options: string[]) =>
    runCli(['snapshot', '--url', url, ...options], {
      env: { TOKEN: SECRET },
    });

  it('reads the contract, sending headers from the environment', async () => {
    const server = await start(sdkListener());
    const outcome = await snapshot(
      server.url,
      '--header',
      'Authorization: Bearer env:TOKEN',
      '--header',
      'X-Team: payments',
    );
    expect(outcome).toMatchObject({ code: 0, stderr: '' });
    expect(toolsIn(outcome)).toEqual(['add']);
    for (const { headers } of server.requests) {
      expect(headers).toMatchObject({
        authorization: `Bearer ${SECRET}`,
        'x-team': 'payments',
      });
    }
  });

  it('falls back to HTTP+SSE', async () => {
    const server = await start(sseListener());
    expect(toolsIn(await snapshot(server.url))).toEqual(['old']);
    expect(toolsIn(await snapshot(server.url, '--transport', 'sse'))).toEqual([
      'old',
    ]);
    const only = await snapshot(server.url, '--transport', 'http');
    expectOneLine(only);
    expect(only.stderr).toContain('HTTP 405');
  });

  it.each([401, 403])(
    'asks for another credential when it gets %s, and shows none',
    async status => {
      const server = await start((request, response) =>
        response
          .writeHead(status, { 'content-type': 'application/json' })
          .end(JSON.stringify({ error: request.headers.authorization })),
      );
      const outcome = await snapshot(
        server.url,
        '--header',
        `Authorization: Bearer ${SECRET}`,
      );
      expect(outcome.code).toBe(2);
      expectOneLine(outcome);
      expect(outcome.stderr).toContain(`(HTTP ${status})`);
      expect(outcome.stderr).toContain('Bearer env:NAME');
      expect(outcome.stderr).not.toContain(SECRET);
    },
  );

  it('shows no header that a server says back', async () => {
    const server = await start((request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const { authorization } = request.headers;
      let body = '';
      request.on('data', chunk => {
        body += chunk;
      });
      request.on('end', () => {
        const { id, method } = JSON.parse(body);
        const result = {
          initialize: {
            protocolVersion: '2025-06-18',
            capabilities: { tools: {} },
            serverInfo: { name: 'echo', version: '1.0.0' },
            instructions: `You are ${authorization}`,
          },
          'tools/list': { tools: [] },
        }[method as string];
        response.end(
          JSON.stringify({
            jsonrpc: '2.0',
            id,
            ...(result
              ? { result }
              : { error: { code: -32601, message: `No, ${authorization}` } }),
          }),
        );
      });
    });
    const { stdout, code } = await snapshot(
      server.url,
      '--header',
      `Authorization: Bearer ${SECRET}`,
    );
    expect(code).toBe(0);
    expect(stdout).toContain('You are');
    expect(stdout).not.toContain(SECRET);
  });

  it('follows no redirect to another host', async () => {
    const other = await start((_, response) => response.writeHead(200).end());
    const server = await start((_, response) =>
      response.writeHead(307, { location: `${other.url}?key=${SECRET}` }).end(),
    );
    const outcome = await snapshot(server.url, '--header', 'X-Key: env:TOKEN');
    expectOneLine(outcome);
    expect(outcome.stderr).toContain('final URL');
    expect(outcome.stderr).not.toContain(SECRET);
    expect(other.requests).toEqual([]);
  });

  it.each<[string, string, string[], string]>([
    ['nothing listens', 'http://127.0.0.1:9/mcp', [], 'could not be asked'],
    ['a page answers', '', [], 'MCP endpoint'],
    [
      'the URL has a password',
      `http://me:${SECRET}@127.0.0.1/`,
      [],
      'password',
    ],
    ['a header has no name', '', ['--header', SECRET], 'has no name'],
    ['a variable is not set', '', ['--header', 'X-A: env:NOPE'], 'NOPE is not'],
  ])('says so when %s', async (_, url, options, said) => {
    const page = await start((__, response) =>
      response.writeHead(200, { 'content-type': 'text/html' }).end('<p>Hi</p>'),
    );
    const outcome = await snapshot(url || page.url, ...options);
    expect(outcome.code).toBe(2);
    expectOneLine(outcome);
    expect(outcome.stderr).toContain(said);
    expect(outcome.stderr).not.toContain(SECRET);
  });

  it('ends within its time when the server never answers', async () => {
    const server = await start(() => {});
    const startedAt = Date.now();
    const outcome = await snapshot(server.url, '--timeout', '1');
    expectOneLine(outcome);
    expect(outcome.stderr).toContain('within 1 s');
    expect(Date.now() - startedAt).toBeLessThan(3_000);
  });
});
