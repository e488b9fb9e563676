import { createMockDirectory } from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import fs from 'node:fs';
import path from 'node:path';
import { createTestAsker, npmPackage } from './__testUtils__/createTestAsker';

const SERVER = path.join(__dirname, '__testUtils__', 'stdio', 'server.js');
const MODERN = path.join(__dirname, '__testUtils__', 'stdio', 'modern.js');

const directory = createMockDirectory();
const marker = directory.resolve('started');
beforeEach(() => directory.clear());

/** What the operator would write for the hand-made server. */
function listed(mode: string, more: JsonObject = {}): JsonObject {
  return {
    registryType: 'npm',
    identifier: 'hand-made',
    version: '1.0.0',
    command: process.execPath,
    args: [SERVER, mode, marker],
    ...more,
  };
}

function askerFor(entry: JsonObject, more: JsonObject = {}) {
  return createTestAsker({
    introspection: { stdio: [entry], ...more },
    env: { PORTAL_KEY: 'sk-very-secret-value', UNRELATED: 'stays-here' },
  }).asker;
}

const pids = () =>
  fs.readFileSync(marker, 'utf8').trim().split('\n').map(Number);

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  // A process that has ended stays on the list until its parent reads how.
  const stat = `/proc/${pid}/stat`;
  return !(
    fs.existsSync(stat) && /^\d+ \(.*\) Z/.test(fs.readFileSync(stat, 'utf8'))
  );
}

/** The system ends a killed process when it gets to it. */
async function waitForEnd(isGoing: () => boolean) {
  const giveUpAt = Date.now() + 2_000;
  while (isGoing() && Date.now() < giveUpAt) {
    await new Promise(setImmediate);
  }
}

describe('which packages are started', () => {
  it('starts none without configuration', async () => {
    const { asker } = createTestAsker({});
    expect(await asker.ask(npmPackage('hand-made', '1.0.0'))).toMatchObject({
      outcome: 'refused',
      error:
        'The npm package hand-made@1.0.0 may not be started. Add exactly this package and version to mcpRegistry.introspection.stdio.',
    });
  });

  it.each([
    ['another version', npmPackage('hand-made', '1.0.1')],
    ['a range', npmPackage('hand-made', '^1.0.0')],
    ['no version', npmPackage('hand-made')],
    ['another name', npmPackage('hand-made2', '1.0.0')],
    [
      'another registry',
      {
        ref: 'api:default/test',
        remotes: [],
        packages: [
          { registryType: 'pypi', identifier: 'hand-made', version: '1.0.0' },
        ],
      },
    ],
  ])('does not start %s', async (_, server) => {
    const answer = await askerFor(listed('ok')).ask(server);
    expect(answer.outcome).toBe('refused');
    expect(fs.existsSync(marker)).toBe(false);
  });

  it('never runs the command of a remote', async () => {
    const answer = await askerFor(listed('ok')).ask({
      ref: 'api:default/test',
      remotes: [
        { type: 'stdio', url: `${process.execPath} ${SERVER} ok ${marker}` },
      ],
      packages: [],
    });
    expect(answer).toMatchObject({
      outcome: 'refused',
      error: expect.stringContaining("nobody's command"),
    });
    expect(fs.existsSync(marker)).toBe(false);
  });

  it('uses nothing of what an entity says about starting', async () => {
    const theirs = directory.resolve('theirs');
    const answer = await askerFor(listed('ok')).ask({
      ref: 'api:default/test',
      remotes: [],
      packages: [
        {
          registryType: 'npm',
          identifier: 'hand-made',
          version: '1.0.0',
          command: '/bin/touch',
          args: [theirs],
          runtimeHint: 'touch',
          runtimeArguments: [{ type: 'positional', value: theirs }],
          packageArguments: [{ type: 'positional', value: theirs }],
          environmentVariables: [{ name: 'MARKER', value: theirs }],
          transport: { type: 'stdio' },
        },
      ],
    });
    expect(answer.outcome).toBe('ok');
    const seen = JSON.parse(answer.snapshot!.contract.tools[0].description!);
    expect(seen.args).toEqual(['ok', marker]);
    expect(JSON.stringify(seen)).not.toContain(theirs);
    expect(fs.existsSync(theirs)).toBe(false);
  });

  it('gives the process only what the operator wrote, and keeps no secret', async () => {
    const answer = await askerFor(
      listed('ok', {
        env: { API_KEY: { fromEnv: 'PORTAL_KEY' }, REGION: 'europe-west' },
        workingDirectory: directory.path,
      }),
    ).ask(npmPackage('hand-made', '1.0.0'));
    const seen = JSON.parse(answer.snapshot!.contract.tools[0].description!);
    expect(seen.env).toEqual({
      PATH: process.env.PATH,
      // The server says it back, so it had it.
      API_KEY: '***',
      REGION: 'europe-west',
    });
    expect(JSON.stringify(answer)).not.toContain('sk-very-secret-value');
    expect(fs.realpathSync(seen.cwd)).toBe(fs.realpathSync(directory.path));
  });

  it('names the variable that is missing, and starts nothing', async () => {
    const answer = await askerFor(
      listed('ok', { env: { API_KEY: { fromEnv: 'NOT_SET' } } }),
    ).ask(npmPackage('hand-made', '1.0.0'));
    expect(answer).toMatchObject({
      outcome: 'refused',
      error: expect.stringContaining('NOT_SET'),
    });
    expect(fs.existsSync(marker)).toBe(false);
  });

  it('says so when the program is not there', async () => {
    const answer = await askerFor(
      listed('ok', { command: 'no-such-program', args: [] }),
    ).ask(npmPackage('hand-made', '1.0.0'));
    expect(answer).toMatchObject({
      outcome: 'unreachable',
      error: expect.stringContaining('ENOENT'),
    });
  });
});

describe('asking a process', () => {
  /** Asks, and does not put up with a process that is left over. */
  const ask = async (mode: string, more?: JsonObject) => {
    const answer = await askerFor(
      listed(mode, { env: { API_KEY: { fromEnv: 'PORTAL_KEY' } } }),
      { maxResponseBytes: 200_000, ...more },
    ).ask(npmPackage('hand-made', '1.0.0'));
    await waitForEnd(() => pids().some(isRunning));
    const left = pids().filter(isRunning);
    if (left.length > 0) {
      throw new Error(`${left.length} processes were left running`);
    }
    return answer;
  };

  it('reads its contract', async () => {
    expect(await ask('ok')).toMatchObject({
      outcome: 'ok',
      transport: 'stdio',
      endpoint: 'hand-made@1.0.0',
      protocolVersion: '2025-06-18',
      serverInfo: { name: 'stdio', version: '1.0.0' },
    });
    expect(pids()).toHaveLength(1);
  });

  it.each(['greets', 'dies-of-discover', 'silent-about-discover'])(
    'reads the contract of an older server that %s',
    async mode => {
      const answer = await ask(mode, { deadline: { seconds: 4 } });
      expect(answer.outcome).toBe('ok');
    },
  );

  it('holds the deadline when it hangs', async () => {
    const answer = await ask('hang', { deadline: { milliseconds: 600 } });
    expect(answer.outcome).toBe('timeout');
    expect(answer.latencyMs).toBeLessThan(3_000);
  });

  it.each(['flood-stdout', 'flood-stderr'])('cuts off a %s', async mode => {
    expect((await ask(mode)).outcome).toBe('too-large');
  });

  it.each(['garbage', 'other-json'])('says so when it sends %s', async mode => {
    expect(await ask(mode)).toMatchObject({
      outcome: 'protocol-error',
      error: expect.stringContaining('log to stderr'),
    });
  });

  it('says what it said when it dies midway, without its secrets', async () => {
    const answer = await ask('dies');
    expect(answer).toMatchObject({
      outcome: 'crashed',
      error: expect.stringContaining('with exit code 3'),
    });
    expect(answer.error).toContain('the disk with *** is gone');
    expect(JSON.stringify(answer)).not.toContain('sk-very-secret-value');
  });

  it('ends a process that ignores SIGTERM, and what it started', async () => {
    expect((await ask('ignores-sigterm')).outcome).toBe('ok');
    expect(pids()).toHaveLength(2);
  });
});

describe('asking a process of the newest era', () => {
  it('reads its contract', async () => {
    const asker = askerFor(listed('', { args: [MODERN] }));
    expect(await asker.ask(npmPackage('hand-made', '1.0.0'))).toMatchObject({
      outcome: 'ok',
      protocolVersion: '2026-07-28',
    });
  });
});

describe('asking the real servers that are installed', () => {
  const installed = (name: string, more: JsonObject = {}) => ({
    registryType: 'npm',
    identifier: `@modelcontextprotocol/server-${name}`,
    version: '2026.8.31',
    installed: true,
    ...more,
  });

  it.each([
    ['everything', 13],
    ['filesystem', 14],
    ['memory', 9],
    ['sequential-thinking', 1],
  ])('%s has %s tools', async (name, count) => {
    const answer = await askerFor(
      installed(name, name === 'filesystem' ? { args: [directory.path] } : {}),
    ).ask(npmPackage(`@modelcontextprotocol/server-${name}`, '2026.8.31'));
    expect(answer.error).toBeUndefined();
    expect(answer.snapshot?.contract.tools).toHaveLength(count);
    expect(answer.latencyMs).toBeLessThan(8_000);
  });

  it('does not start another version than the one that is installed', async () => {
    const answer = await askerFor(
      installed('memory', { version: '2026.8.30' }),
    ).ask(npmPackage('@modelcontextprotocol/server-memory', '2026.8.30'));
    expect(answer).toMatchObject({
      outcome: 'refused',
      error: expect.stringContaining('2026.8.31 is installed'),
    });
  });

  it('says so when a package is not installed', async () => {
    const answer = await askerFor(
      installed('memory', { identifier: '@mcp-portal/no-such-package' }),
    ).ask(npmPackage('@mcp-portal/no-such-package', '2026.8.31'));
    expect(answer).toMatchObject({
      outcome: 'refused',
      error: expect.stringContaining('is not installed'),
    });
  });
});
