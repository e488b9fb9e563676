import {
  execFile,
  execFileSync,
  spawn,
  type ChildProcess,
} from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import * as fs from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import git from 'isomorphic-git';

/** How a program ended, and what it said. */
export interface Ended {
  code: number;
  said: string;
}

/** What is said of a program that is not there. */
const NO_SUCH_PROGRAM = 'no such program';

/** Longest that a program of a new project may take, installing included. */
const TIMEOUT_MS = 240_000;

/**
 * A project that was made by the portal, on the machine of whoever asked for it:
 * cloned, and worked with as its README says.
 */
export class Project {
  readonly #running: ChildProcess[] = [];

  private constructor(readonly folder: string) {}

  /** Clones a repository; with git where there is one. */
  static async clone(cloneUrl: string): Promise<Project> {
    const folder = join(
      await mkdtemp(join(tmpdir(), 'mcp-portal-project-')),
      'project',
    );
    const project = new Project(folder);
    const cloned = await run('git', ['clone', '--quiet', cloneUrl, folder]);
    if (cloned.code === 0) {
      return project;
    }
    if (cloned.said !== NO_SUCH_PROGRAM) {
      throw new Error(`git clone failed: ${cloned.said}`);
    }
    await mkdir(folder);
    await git.checkout({ fs, gitdir: cloneUrl, dir: folder, ref: 'main' });
    return project;
  }

  /** The names of what is in it. */
  files(): Promise<string[]> {
    return readdir(this.folder);
  }

  read(path: string): Promise<string> {
    return fs.promises.readFile(join(this.folder, path), 'utf8');
  }

  /** Runs a program in it until it ends. */
  run(
    command: string,
    args: string[],
    env?: Record<string, string>,
  ): Promise<Ended> {
    return run(command, args, { cwd: this.folder, env });
  }

  /** Starts a program in it, and waits until an address answers. */
  async start(
    command: string,
    args: string[],
    options: { env?: Record<string, string>; until: string },
  ): Promise<void> {
    const child = spawn(command, args, {
      cwd: this.folder,
      env: environment(options.env),
      stdio: ['ignore', 'pipe', 'pipe'],
      // npm starts a child of its own, which has to end with it.
      detached: true,
    });
    this.#running.push(child);
    let said = '';
    child.stdout.on('data', chunk => (said += chunk));
    child.stderr.on('data', chunk => (said += chunk));
    let ended = false;
    child.once('exit', () => (ended = true));
    const deadline = Date.now() + 30_000;
    while (!(await answers(options.until))) {
      if (ended || Date.now() > deadline) {
        throw new Error(`${command} ${args.join(' ')} did not start: ${said}`);
      }
      await new Promise(resolve => setTimeout(resolve, 100));
    }
  }

  /** Stops what runs, and takes the clone away. */
  async remove(): Promise<void> {
    await Promise.all(this.#running.map(stop));
    await rm(dirname(this.folder), {
      recursive: true,
      force: true,
      maxRetries: 3,
    });
  }
}

const OWN_NODE = dirname(process.execPath);

/** The file with the settings of npm that hold for everybody on this machine. */
const globalNpmSettings = findGlobalNpmSettings();

function findGlobalNpmSettings(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  try {
    return execFileSync('npm', ['config', 'get', 'globalconfig'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      // In a workspace npm does not say.
      cwd: tmpdir(),
      env: {
        PATH: folders.filter(folder => folder !== OWN_NODE).join(delimiter),
        HOME: process.env.HOME,
      },
    }).trim();
  } catch {
    return undefined;
  }
}

/** Only what a person's own shell has: nothing of the tests but their Node, for the one on the machine may be too old. */
function environment(env: Record<string, string> = {}) {
  return {
    PATH: `${OWN_NODE}${delimiter}${process.env.PATH}`,
    HOME: process.env.HOME,
    // npm would look for it beside the Node that it runs with.
    ...(globalNpmSettings && { NPM_CONFIG_GLOBALCONFIG: globalNpmSettings }),
    ...packageSettings(),
    ...env,
  };
}

/** Where this machine's packages of Python come from. */
function packageSettings() {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => name.startsWith('PIP_')),
  );
}

/** Runs a program until it ends; one that is not there says so. */
export function run(
  command: string,
  args: string[],
  options: { cwd?: string; env?: Record<string, string> } = {},
): Promise<Ended> {
  return new Promise(resolve => {
    execFile(
      command,
      args,
      {
        cwd: options.cwd,
        env: environment(options.env),
        timeout: TIMEOUT_MS,
        maxBuffer: 16 * 1024 * 1024,
      },
      (error, stdout, stderr) => {
        if (error?.code === ('ENOENT' as unknown)) {
          resolve({ code: 127, said: NO_SUCH_PROGRAM });
          return;
        }
        const code = typeof error?.code === 'number' ? error.code : 1;
        resolve({ code: error ? code : 0, said: stdout + stderr });
      },
    );
  });
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    return false;
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) {
    return;
  }
  const ended = new Promise(resolve => child.once('exit', resolve));
  process.kill(-child.pid!, 'SIGTERM');
  await ended;
}

/** A port that nothing listens on. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>(resolve =>
    server.listen(0, '127.0.0.1', () => resolve()),
  );
  const { port } = server.address() as AddressInfo;
  await new Promise(resolve => server.close(resolve));
  return port;
}
