import { testFiles } from '../__testUtils__/files';
import { expectOneLine, runCli } from '../__testUtils__/runCli';
import { sdkListener } from '../__testUtils__/sdkListener';
import { testServers } from '../__testUtils__/testServers';

const SECRET = 'sk-very-secret-value';

describe('mcp-portal lint', () => {
  const start = testServers();
  const files = testFiles();

  it('tries a live server: its version, its entry, an unknown tool', async () => {
    const onCall = jest.fn();
    const server = await start(sdkListener(onCall));
    const { code, stdout } = await runCli([
      'lint',
      '--url',
      server.url,
      '--version',
      '2.0.1',
      '--json',
    ]);
    const { conventions, toolListTokens } = JSON.parse(stdout);
    const outcomes = Object.fromEntries(
      conventions.map((one: { id: string; outcome: string }) => [
        one.id,
        one.outcome,
      ]),
    );
    expect(outcomes).toMatchObject({
      'server-version': 'broken',
      'auth-declared': 'kept',
      'unknown-tool-refused': 'kept',
      'tool-described': 'broken',
      'server-name': 'skipped',
    });
    expect(toolListTokens).toBeGreaterThan(10);
    expect(code).toBe(
      conventions.some(
        (one: { severity: string; outcome: string }) =>
          one.severity === 'error' && one.outcome === 'broken',
      )
        ? 1
        : 0,
    );
    expect(onCall).not.toHaveBeenCalled();
  });

  it('sends nothing but the reading with --no-probe', async () => {
    const server = await start(sdkListener());
    const { stdout } = await runCli([
      'lint',
      '--url',
      server.url,
      '--no-probe',
      '--json',
    ]);
    expect(JSON.parse(stdout).conventions).toContainEqual(
      expect.objectContaining({
        id: 'unknown-tool-refused',
        outcome: 'skipped',
      }),
    );
  });

  it('learns whether a server says which credential it wants', async () => {
    const sdk = sdkListener();
    const lint = async (wellKnown: boolean) => {
      const server = await start((request, response) => {
        if (request.url?.startsWith('/.well-known/')) {
          response
            .writeHead(wellKnown ? 200 : 404)
            .end(JSON.stringify({ resource: 'https://mcp.example.com' }));
        } else if (request.headers['x-key'] === undefined) {
          response.writeHead(401).end();
        } else {
          sdk(request, response);
        }
      });
      const { stdout } = await runCli(
        ['lint', '--url', server.url, '--header', 'X-Key: env:KEY', '--json'],
        { env: { KEY: SECRET } },
      );
      return JSON.parse(stdout).conventions.find(
        (one: { id: string }) => one.id === 'auth-declared',
      ).outcome;
    };
    expect([await lint(true), await lint(false)]).toEqual(['kept', 'broken']);
  });

  it('fails below a score, and follows a configuration', async () => {
    const file = files.write('contract.json', {
      tools: [{ name: 'add', inputSchema: { type: 'object' } }],
    });
    const config = files.write('conventions.json', {
      'tool-described': { severity: 'info' },
    });
    const lint = (...options: string[]) => runCli(['lint', file, ...options]);
    expect((await lint('--config', config)).code).toBe(0);
    expect((await lint('--config', config, '--min-score', '99')).code).toBe(1);
    const strict = files.write('strict.json', {
      'tool-described': { severity: 'error' },
    });
    const failed = await lint('--config', strict);
    expect(failed.code).toBe(1);
    expect(failed.stdout).toContain('error');
    expect(failed.stdout).toContain('The tool "add" has no description.');
    const markdown = await lint('--config', strict, '--markdown');
    expect(markdown.stdout).toContain('| ❌ error |');
    const wrong = files.write('wrong.json', { 'tool-decsribed': {} });
    const refused = await lint('--config', wrong);
    expect(refused.code).toBe(2);
    expectOneLine(refused);
    expect(refused.stderr).toContain('wrong.json');
    expect(refused.stderr).toContain('tool-decsribed');
  });

  it('counts the tokens of a hostile text in reasonable time', async () => {
    const file = files.write('contract.json', {
      tools: [
        {
          name: 'add',
          description: `${'a'.repeat(200_000)} <|endoftext|>`,
          inputSchema: { type: 'object' },
        },
      ],
    });
    const startedAt = Date.now();
    const { stdout } = await runCli(['lint', file, '--json']);
    expect(JSON.parse(stdout).toolListTokens).toBeGreaterThan(10_000);
    expect(Date.now() - startedAt).toBeLessThan(5_000);
  });
});
