import { TestBackend } from '@backstage/backend-test-utils';
import http from 'node:http';
import { AddressInfo } from 'node:net';

import { aContract, aTool } from '../__testUtils__/contracts';
import { testFiles } from '../__testUtils__/files';
import { expectOneLine, runCli } from '../__testUtils__/runCli';
import { sdkListener } from '../__testUtils__/sdkListener';
import {
  anAgent,
  aServer,
  aTeam,
  KEYS,
  startTestPortal,
} from '../__testUtils__/testPortal';
import { testServers } from '../__testUtils__/testServers';

describe('with a portal', () => {
  const files = testFiles();
  const start = testServers();
  let live: http.Server;
  let backend: TestBackend;
  let portal: string;

  beforeAll(async () => {
    live = http.createServer(sdkListener());
    await new Promise<void>(resolve => live.listen(0, '127.0.0.1', resolve));
    const { port } = live.address() as AddressInfo;
    const liveUrl = `http://127.0.0.1:${port}/mcp`;
    ({ url: portal, backend } = await startTestPortal(
      [
        aTeam('payments', 'Payments'),
        aTeam('logistics', 'Logistics'),
        aServer('billing', 'https://billing.example/mcp'),
        aServer('adder', liveUrl),
        anAgent('courier', 'logistics', { server: 'billing', tool: 'pay' }),
      ],
      liveUrl,
    ));
    await untilIndexed();
  });

  afterAll(async () => {
    await backend.stop();
    await new Promise(resolve => {
      live.close(resolve);
      live.closeAllConnections();
    });
  });

  const call = async (path: string, init?: RequestInit) => {
    const answer = await fetch(`${portal}/api/mcp-registry${path}`, {
      ...init,
      headers: { authorization: `Bearer ${KEYS.owner}` },
    });
    return answer.json();
  };

  /** The registry reads the catalog on its own schedule. */
  async function untilIndexed() {
    while ((await call('/agents')).totalItems !== 1) {
      await new Promise(setImmediate);
    }
  }

  const run = (
    argv: string[],
    options: { key?: string; portal?: string } = {},
  ) =>
    runCli(argv, {
      env: {
        MCP_PORTAL_URL: options.portal ?? `${portal}/`,
        MCP_PORTAL_TOKEN: options.key ?? KEYS.owner,
      },
    });

  const publish = (version: string, contract: object, ...options: string[]) =>
    run([
      'publish',
      '--server',
      'billing',
      '--version',
      version,
      '--contract',
      files.write('contract.json', contract),
      ...options,
    ]);

  const first = aContract(aTool('search'), aTool('pay'));
  const second = aContract(aTool('search'), aTool('pay'), aTool('refund'));
  const breaking = aContract(aTool('search'));

  it('publishes, refuses what breaks someone, and checks', async () => {
    const unpublished = await run(['check', '--server', 'billing']);
    expectOneLine(unpublished);
    expect(unpublished.stderr).toContain('no version is published');

    const dry = await publish('1.0.0', first, '--dry-run');
    expect(dry).toMatchObject({ code: 0, stderr: '' });
    expect(dry.stdout).toContain('1.0.0 of billing would be published.');
    const one = await publish('1.0.0', first, '--changelog', 'The first');
    expect(one).toMatchObject({ code: 0, stderr: '' });
    expect(one.stdout).toContain('1.0.0 of billing is published.');
    const again = await publish('1.0.0', first);
    expect(again.code).toBe(0);
    expect(again.stdout).toContain('is published already');
    const two = await publish('1.1.0', second, '--json');
    expect(JSON.parse(two.stdout)).toMatchObject({
      outcome: 'published',
      server: 'billing',
      version: '1.1.0',
      report: { base: '1.0.0', diff: { verdict: 'additive' } },
    });

    const refused = await publish('1.2.0', breaking);
    expect(refused).toMatchObject({ code: 1, stderr: '' });
    expect(refused.stdout).toContain('1.2.0 of billing is refused.');
    expect(refused.stdout).toContain(
      'The smallest version that it can have is 2.0.0.',
    );
    expect(refused.stdout).toContain('It would break 1 agent of 1 team:');
    expect(refused.stdout).toContain('  Logistics group:default/logistics\n');
    expect(refused.stdout).toContain('courier, uses pay, takes ^1');
    expect(refused.stdout).toContain('The tool "pay" was removed.');
    const markdown = await publish('1.2.0', breaking, '--markdown');
    expect(markdown.code).toBe(1);
    expect(markdown.stdout).toContain('### ❌ 1.2.0 of billing is refused');
    expect(markdown.stdout).toContain('| Logistics | <code>component&#58;');
    const dryRefused = await publish('1.2.0', breaking, '--dry-run', '--json');
    expect(dryRefused.code).toBe(1);
    expect(JSON.parse(dryRefused.stdout).outcome).toBe('would-refuse');

    const taken = await publish('1.1.0', first);
    expect(taken.code).toBe(1);
    expect(taken.stdout).toContain('published with another contract');

    const overruled = await publish(
      '1.2.0',
      breaking,
      '--override-reason',
      'The tool leaks',
    );
    expect(overruled.code).toBe(0);

    const check = (...options: string[]) =>
      run(['check', '--server', 'billing', ...options]);
    const same = await check('--contract', files.path('contract.json'));
    expect(same).toMatchObject({ code: 0, stderr: '' });
    expect(same.stdout).toMatch(/contract\.json is 1\.2\.0 of billing\.\n$/);
    const other = await check(
      '--contract',
      files.path('contract.json'),
      '--version',
      '1.1.0',
      '--json',
    );
    expect(other.code).toBe(1);
    expect(JSON.parse(other.stdout)).toMatchObject({
      equal: false,
      version: '1.1.0',
      verdict: 'breaking',
    });
    const unseen = await check();
    expectOneLine(unseen);
    expect(unseen.stderr).toContain("has not seen 'billing' live yet");
  });

  it('publishes and checks what is live', async () => {
    const early = await run([
      'publish',
      '--server',
      'adder',
      '--version',
      '1.0.0',
      '--live',
    ]);
    expect(early.code).toBe(1);
    expect(early.stdout).toContain('has never answered');

    await call('/servers/adder/introspection', { method: 'POST' });
    while (!(await call('/servers/adder/contract')).contract) {
      await new Promise(setImmediate);
    }
    const published = await run([
      'publish',
      '--server',
      'adder',
      '--version',
      '1.0.0',
      '--live',
    ]);
    expect(published.code).toBe(0);
    const same = await run(['check', '--server', 'adder']);
    expect(same.code).toBe(0);
    expect(same.stdout).toMatch(/^What was live on .* is 1\.0\.0 of adder\.\n/);

    // The same server, asked by the command line: the same contract.
    const { url } = await start(sdkListener());
    const built = await run(['check', '--server', 'adder', '--url', url]);
    expect(built.stdout).toBe('The live server is 1.0.0 of adder.\n');
    expect(built.code).toBe(0);
  });

  it.each<[string, string[], { key?: string }, string]>([
    ['no key', [], { key: '' }, 'wants a key'],
    ['a wrong key', [], { key: KEYS.invalid }, 'does not accept the key'],
    ['another key', [], { key: KEYS.reader }, 'may not do this'],
    ['another server', ['--server', 'nothing'], {}, 'no such server'],
    ['a bad version', ['--version', '1.x'], {}, '"1.x"'],
    ['a bad server.json', ['--server-json', 'SELF'], {}, "can't use this"],
    ['half an acceptance', ['--accept', 'abc'], {}, '--accept-reason'],
    ['two contracts', ['--live'], {}, 'once'],
    [
      'two changelogs',
      ['--changelog', 'a', '--changelog-file', 'b'],
      {},
      'not both',
    ],
    [
      'no portal',
      ['--portal', 'http://127.0.0.1:9'],
      {},
      'could not be reached',
    ],
  ])('says what to do about %s', async (_, changes, options, said) => {
    const file = files.write('contract.json', first);
    const outcome = await run(
      [
        'publish',
        '--server',
        'billing',
        '--version',
        '9.0.0',
        '--contract',
        file,
        ...changes.map(word => (word === 'SELF' ? file : word)),
      ],
      options,
    );
    expect(outcome.code).toBe(2);
    expectOneLine(outcome);
    expect(outcome.stderr).toContain(said);
    expect(outcome.stderr).not.toMatch(/mock-(user|none)-/);
  });

  it('does not take a list of tools for a contract', async () => {
    const outcome = await publish('9.0.0', { tools: [aTool('search')] });
    expectOneLine(outcome);
    expect(outcome.stderr).toContain('tools only');
  });

  it.each<[string, http.RequestListener, string]>([
    [
      'a page',
      (_, response) => response.end('<html></html>'),
      'is no MCP portal',
    ],
    [
      'a redirect',
      (_, response) =>
        response.writeHead(302, { location: 'https://evil.example' }).end(),
      'sends elsewhere',
    ],
    ['404', (_, response) => response.writeHead(404).end(), 'no registry'],
    ['503', (_, response) => response.writeHead(503).end(), 'Try again later'],
    [
      'the key',
      (request, response) =>
        response.writeHead(500, { 'content-type': 'application/json' }).end(
          JSON.stringify({
            error: { message: `Bad ${request.headers.authorization}` },
          }),
        ),
      'It says: Bad Bearer ***',
    ],
  ])('says so when %s comes back', async (_, listener, said) => {
    const { url } = await start(listener);
    const outcome = await run(['check', '--server', 'billing'], {
      portal: new URL(url).origin,
      key: 'the-key-to-the-portal',
    });
    expect(outcome.code).toBe(2);
    expectOneLine(outcome);
    expect(outcome.stderr).toContain(said);
    expect(outcome.stderr).not.toContain('the-key');
  });
});
