import { ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { text } from 'node:stream/consumers';

import { aContract, aTool } from './__testUtils__/contracts';
import { testFiles } from './__testUtils__/files';

const BINARY = path.join(__dirname, '../bin/mcp-portal');
const SCRIPT = path.join(__dirname, '__fixtures__/stdioServer.js');

// Each starts a process, which compiles the sources as it loads them.
jest.setTimeout(60_000);

describe('the program', () => {
  const files = testFiles();
  const start = (...argv: string[]) =>
    spawn(process.execPath, [BINARY, ...argv], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH: process.env.PATH },
    });
  const end = async (child: ChildProcess) => {
    const [code, stdout, stderr] = await Promise.all([
      new Promise<number | null>(resolve => {
        child.once('exit', resolve);
      }),
      text(child.stdout!),
      text(child.stderr!),
    ]);
    return { code, stdout, stderr };
  };
  const contract = (...names: string[]) =>
    aContract(...names.map(name => aTool(name)));

  it('gives its result to standard output, and its verdict as exit code', async () => {
    const before = files.write('old.json', contract('search', 'pay'));
    const after = files.write('new.json', contract('search'));
    const [breaking, failed] = await Promise.all([
      end(start('diff', before, after, '--json')),
      end(start('diff', before, files.path('missing.json'))),
    ]);
    expect(breaking).toMatchObject({ code: 1, stderr: '' });
    expect(JSON.parse(breaking.stdout)).toMatchObject({ verdict: 'breaking' });
    expect(failed).toMatchObject({ code: 2, stdout: '' });
    expect(failed.stderr).toMatch(/^mcp-portal: .*missing\.json.*\n$/);
  });

  it('does not mind a reader that has seen enough', async () => {
    const names = Array.from({ length: 5_000 }, (_, i) => `tool${i}`);
    const before = files.write('old.json', contract(...names));
    const after = files.write('new.json', contract());
    const child = start('diff', before, after);
    child.stdout!.once('data', () => child.stdout!.destroy());
    const [code, stderr] = await Promise.all([
      new Promise(resolve => {
        child.once('exit', resolve);
      }),
      text(child.stderr!),
    ]);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  });

  it('ends what it started when it is interrupted', async () => {
    const pids = files.write('pids', '');
    const child = start(
      'snapshot',
      '--',
      process.execPath,
      SCRIPT,
      'hangs',
      pids,
    );
    const ended = end(child);
    while (!fs.readFileSync(pids, 'utf8').endsWith('\n')) {
      await new Promise(setImmediate);
    }
    const started = Number(fs.readFileSync(pids, 'utf8'));
    child.kill('SIGINT');
    expect(await ended).toEqual({
      code: 130,
      stdout: '',
      stderr: 'mcp-portal: Interrupted.\n',
    });
    expect(() => process.kill(started, 0)).toThrow('ESRCH');
  });
});
