import fs from 'node:fs';
import path from 'node:path';

import { testFiles } from '../__testUtils__/files';
import { expectOneLine, runCli } from '../__testUtils__/runCli';
import { toolsIn } from '../__testUtils__/toolsIn';

const SCRIPT = path.join(__dirname, '../__fixtures__/stdioServer.js');
const SECRET = 'sk-very-secret-value';

describe('asking a process', () => {
  const files = testFiles();
  const snapshot = (mode: string, ...options: string[]) =>
    runCli(
      [
        'snapshot',
        ...options,
        '--',
        process.execPath,
        SCRIPT,
        mode,
        files.path('pids'),
      ],
      { env: { MCP_PORTAL_TOKEN: SECRET, OWN: 'its own' } },
    );
  const pids = () =>
    (fs.readFileSync(files.path('pids'), 'utf8').match(/\d+/g) ?? []).map(
      Number,
    );
  beforeEach(() => files.write('pids', ''));

  afterEach(() => {
    // Nothing that was started is left, whatever happened.
    const left = pids().filter(isRunning);
    left.forEach(pid => process.kill(pid, 'SIGKILL'));
    if (left.length > 0) {
      throw new Error(`${left.length} processes were left running`);
    }
  });

  it.each(['ok', 'greets', 'dies-of-discover', 'stays'])(
    'reads the contract of one that is %s',
    async mode => {
      const outcome = await snapshot(mode);
      expect(outcome).toMatchObject({ code: 0, stderr: '' });
      expect(outcome.stdout).toMatch(/^\{"capabilities":.*\}\n$/);
      expect(toolsIn(outcome)).toEqual(['environment']);
      const [tool] = JSON.parse(outcome.stdout).tools;
      // Its own variables, and not the key to the portal.
      expect(JSON.parse(tool.description)).toEqual({ own: 'its own' });
    },
  );

  it('reads the contract of one that is silent about the newest era', async () => {
    const outcome = await snapshot('silent-about-discover', '--timeout', '3');
    expect(toolsIn(outcome)).toEqual(['environment']);
  });

  it('writes the same again, and to a file when asked', async () => {
    const file = files.path('contract.json');
    const outcome = await snapshot('ok', '--output', file);
    expect(outcome).toMatchObject({ code: 0, stdout: '' });
    expect(fs.readFileSync(file, 'utf8')).toBe((await snapshot('ok')).stdout);
    const nowhere = await snapshot('ok', '--output', files.path('no/where'));
    expectOneLine(nowhere);
    expect(nowhere.stderr).toContain('ENOENT');
  });

  it.each([
    ['hangs', 'within 1 s', ['--timeout', '1']],
    [
      'dies',
      'with exit code 3. It said: "fatal: the disk of its own is gone"',
      [],
    ],
    ['babbles', 'must log to stderr', []],
  ])('says what is wrong with one that %s', async (mode, said, options) => {
    const outcome = await snapshot(mode, ...options);
    expect(outcome.code).toBe(2);
    expectOneLine(outcome);
    expect(outcome.stderr).toContain(said);
  });

  it('shows what it logs only when asked', async () => {
    expect((await snapshot('logs')).stderr).toBe('');
    const { stderr } = await snapshot('logs', '--verbose');
    expect(stderr).toBe('listening with its own\n');
  });

  it('ends it when the program is stopped', async () => {
    const controller = new AbortController();
    const outcome = runCli(
      ['snapshot', '--', process.execPath, SCRIPT, 'hangs', files.path('pids')],
      { signal: controller.signal },
    );
    while (!fs.readFileSync(files.path('pids'), 'utf8')) {
      await new Promise(setImmediate);
    }
    controller.abort();
    expect((await outcome).stderr).toBe('mcp-portal: Interrupted.\n');
  });

  it('says so when there is no such program', async () => {
    const outcome = await runCli(['snapshot', '--', 'no-such-program', SECRET]);
    expectOneLine(outcome);
    expect(outcome.stderr).toContain("'no-such-program' could not be started");
    expect(outcome.stderr).not.toContain(SECRET);
  });

  it('reads a real server with everything that there is', async () => {
    const program = require.resolve(
      '@modelcontextprotocol/server-everything/dist/index.js',
    );
    const { code, stdout } = await runCli([
      'snapshot',
      '--',
      process.execPath,
      program,
    ]);
    expect(code).toBe(0);
    const contract = JSON.parse(stdout);
    expect(contract.tools.length).toBeGreaterThan(10);
    expect(contract.prompts.length).toBeGreaterThan(0);
    expect(contract.resources.length).toBeGreaterThan(0);
    expect(contract.instructions).toContain('Everything');
  });
});

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
