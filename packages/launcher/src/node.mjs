import { existsSync } from 'node:fs';
import * as fs from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { requireFreeSpace } from './disk.mjs';
import { Failure } from './failure.mjs';
import { findCause } from './network.mjs';
import { isAlive } from './processGroup.mjs';

const NEEDED_BYTES = 500 * 1024 * 1024;
// The Node that takes over ends its own children first.
const TAKEOVER_GRACE_MS = 20_000;
const STARTED_AT = 'MCP_PORTAL_STARTED_AT';

/** Backstage runs on Node 22 and 24; before 22.12, require() can't load ES modules, which its dependencies need. */
export function isSupportedNode(version) {
  const [major, minor] = version.replace(/^v/, '').split('.').map(Number);
  return major === 24 || (major === 22 && minor >= 12);
}

/**
 * Makes sure that the command runs under a supported Node. Under another one it fetches one into `.tools`, runs
 * the whole command in it and returns its exit code. Otherwise it returns undefined: go on here.
 */
export async function ensureNode({ root, argv, phases, processes }) {
  if (isSupportedNode(process.version)) {
    if (process.env[STARTED_AT] === undefined) {
      await phases.run('Node', async () => process.versions.node);
    }
    return undefined;
  }

  const release = await pickRelease();
  const home = join(
    root,
    '.tools',
    `node-${release.version}-${process.platform}-${process.arch}`,
  );
  await phases.run('Node', async () => {
    if (existsSync(nodeOf(home, release))) {
      return `${release.version} from .tools`;
    }
    await fetchNode({ home, release, processes });
    return `${release.version} fetched (this machine has ${process.versions.node})`;
  });

  const next = processes.start({
    name: `Node ${release.version}`,
    command: nodeOf(home, release),
    args: [fileURLToPath(new URL('../launch.mjs', import.meta.url)), ...argv],
    env: {
      ...environmentFor(join(home, 'node_modules', release.name)),
      [STARTED_AT]: String(phases.startedAt),
    },
    graceMs: TAKEOVER_GRACE_MS,
  });
  phases.silence();
  const { code } = await next.ended;
  return code ?? 1;
}

/** When the command was started, by whichever Node. */
export function commandStartedAt(env = process.env) {
  return env[STARTED_AT] ? Number(env[STARTED_AT]) : undefined;
}

/** The package that carries Node for a platform, from the committed lockfile. */
export async function pickRelease({ platform, arch } = process) {
  const lock = JSON.parse(
    await fs.readFile(pinned('package-lock.json'), 'utf8'),
  );
  const entry = Object.entries(lock.packages).find(
    ([path, { os, cpu }]) =>
      path && [os].flat().includes(platform) && [cpu].flat().includes(arch),
  );
  if (!entry) {
    throw new Failure(
      `This machine has Node ${process.versions.node}, the portal needs 22 (from 22.12) or 24, and there is none to fetch for ${platform}-${arch}. Install Node 24, then run the command again.`,
    );
  }
  const [path, locked] = entry;
  return {
    path,
    name: path.replace(/^node_modules\//, ''),
    version: locked.version,
    locked,
  };
}

/**
 * Installs Node with npm into a folder beside its final place and renames it there, so that an interrupted fetch
 * leaves nothing that looks whole.
 */
export async function fetchNode({ home, release, processes }) {
  await requireFreeSpace(dirname(home), NEEDED_BYTES, 'fetching Node');
  await fs.mkdir(dirname(home), { recursive: true });
  await removeLeftovers(home);

  const partial = `${home}.partial-${process.pid}`;
  await fs.mkdir(partial);
  await writeProject(partial, release);
  const npm = findNpm();
  const { code, tail } = await processes
    .run({
      name: 'npm',
      command: npm.command,
      args: [
        ...npm.args,
        'ci',
        '--ignore-scripts',
        '--no-audit',
        '--no-fund',
        '--no-progress',
        '--fetch-retries=2',
        '--fetch-retry-mintimeout=1000',
        '--fetch-retry-maxtimeout=5000',
      ],
      cwd: partial,
      onLine: () => {},
    })
    .catch(error => ({ code: -1, tail: String(error) }));

  if (code !== 0 || !existsSync(nodeOf(partial, release))) {
    await fs.rm(partial, { recursive: true, force: true });
    const cause = findCause(tail);
    throw new Failure(
      `Node ${release.version} could not be fetched: ${
        cause ?? `npm ci ended with ${code}.`
      }`,
      { details: cause ? undefined : tail },
    );
  }
  try {
    await fs.rename(partial, home);
  } catch (error) {
    // Another launcher was faster; its copy is as good.
    await fs.rm(partial, { recursive: true, force: true });
    if (!existsSync(nodeOf(home, release))) {
      throw error;
    }
  }
}

/** The committed lockfile names one package for each platform; the install takes this machine's, with its hash. */
async function writeProject(folder, { name, path, version, locked }) {
  const project = {
    name: 'node',
    version: '0.0.0',
    private: true,
    dependencies: { [name]: version },
  };
  const { optional, ...required } = locked;
  await fs.writeFile(join(folder, 'package.json'), JSON.stringify(project));
  await fs.writeFile(
    join(folder, 'package-lock.json'),
    JSON.stringify({
      name: project.name,
      version: project.version,
      lockfileVersion: 3,
      requires: true,
      packages: { '': project, [path]: required },
    }),
  );
}

/** What launchers that were killed in the middle of a fetch have left. */
async function removeLeftovers(home) {
  const folder = dirname(home);
  for (const name of await fs.readdir(folder)) {
    const pid = /\.partial-(\d+)$/.exec(name)?.[1];
    if (pid && !isAlive(Number(pid))) {
      await fs.rm(join(folder, name), { recursive: true, force: true });
    }
  }
  // A folder of that name without a Node in it can only be damage.
  await fs.rm(home, { recursive: true, force: true });
}

/** npm as it started this script, or as it lies beside the running Node, or as it is on the PATH. */
function findNpm() {
  const cli = process.env.npm_execpath;
  if (cli && /npm-cli\.c?js$/.test(cli) && existsSync(cli)) {
    return { command: process.execPath, args: [cli] };
  }
  const beside = join(dirname(process.execPath), 'npm');
  return { command: existsSync(beside) ? beside : 'npm', args: [] };
}

function environmentFor(packageFolder) {
  const bin = join(packageFolder, 'bin');
  const node = join(bin, 'node');
  return {
    ...process.env,
    PATH: `${bin}${delimiter}${process.env.PATH ?? ''}`,
    // Native addons build against this Node's own headers.
    npm_config_nodedir: packageFolder,
    NODE: node,
    npm_node_execpath: node,
  };
}

function nodeOf(home, release) {
  return join(home, 'node_modules', release.name, 'bin', 'node');
}

function pinned(file) {
  return fileURLToPath(new URL(`../node/${file}`, import.meta.url));
}
