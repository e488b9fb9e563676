import { existsSync } from 'node:fs';
import * as fs from 'node:fs/promises';
import { join } from 'node:path';
import { requireFreeSpace } from './disk.mjs';
import { Failure } from './failure.mjs';
import {
  fingerprint,
  readStamp,
  removeStamp,
  writeStamp,
} from './fingerprint.mjs';
import { findCause } from './network.mjs';
import { readWorkspaces } from './workspaces.mjs';

const GIB = 1024 ** 3;
const LOG_TAIL_LINES = 25;
const GAVE_UP = /YN0001: .*Error/;

/** Installs the dependencies exactly as the lockfile says, unless they are there already. */
export async function ensureDependencies({ root, phases, processes }) {
  await phases.run('Dependencies', async phase => {
    const wanted = await dependenciesFingerprint(root);
    const stamp = stampFile(root);
    if ((await readStamp(stamp)) === wanted) {
      return 'installed';
    }
    const fresh = !existsSync(join(root, 'node_modules'));
    await requireFreeSpace(
      root,
      fresh ? 3.5 * GIB : 0.5 * GIB,
      'installing the dependencies',
    );
    await removeStamp(stamp);
    await yarnInstall({ root, phase, processes });
    await writeStamp(stamp, wanted);
    return fresh ? 'installed from the lockfile' : 'brought up to date';
  });
}

/** Everything that decides what an install puts into node_modules. */
export async function dependenciesFingerprint(root, node = process) {
  const workspaces = await readWorkspaces(root);
  const files = [
    'package.json',
    'yarn.lock',
    '.yarnrc.yml',
    ...(await list(root, '.yarn/releases')),
    ...(await list(root, '.yarn/patches')),
  ].map(file => join(root, file));
  return fingerprint({
    root,
    files: [
      ...files,
      ...workspaces.map(({ folder }) => join(folder, 'package.json')),
    ],
    values: [node.version.split('.')[0], node.platform, node.arch],
  });
}

async function yarnInstall({ root, phase, processes }) {
  const logs = join(root, '.tools', 'logs');
  await fs.mkdir(logs, { recursive: true });
  const yarn = await findYarn(root);
  phase.progress('starting Yarn');
  const child = processes.start({
    name: 'Yarn',
    command: process.execPath,
    args: [yarn, 'install', '--immutable'],
    cwd: root,
    env: {
      ...process.env,
      FORCE_COLOR: '0',
      // Behind a company's proxy the registry's certificate is the company's own; npm is set up for that, Yarn is not.
      NODE_USE_SYSTEM_CA: process.env.NODE_USE_SYSTEM_CA ?? '1',
    },
    logFile: join(logs, 'install.log'),
    onLine: line => {
      // Yarn has tried this package several times by now, and would go on with two thousand others.
      if (GAVE_UP.test(line)) {
        child.stop();
      }
      const step = /┌ (.+) step/.exec(line)?.[1];
      if (step) {
        phase.progress(`${step.toLowerCase()} step`);
      }
    },
  });
  const { code } = await child.ended;
  if (code !== 0) {
    throw installFailure(code, child.tail());
  }
}

/** Finds the one line to say about a failed install; Yarn's own words are the evidence when there is no better one. */
export function installFailure(code, output) {
  const cause = findCause(output);
  if (cause) {
    return new Failure(`The dependencies could not be installed: ${cause}`);
  }
  if (/YN0028|lockfile would have been modified/.test(output)) {
    return new Failure(
      'The dependencies could not be installed: yarn.lock does not match the package.json files. Run "yarn install" and commit yarn.lock.',
    );
  }
  return new Failure(
    `The dependencies could not be installed: Yarn ended with ${code}. The whole log is in .tools/logs/install.log.`,
    { details: output.split('\n').slice(-LOG_TAIL_LINES).join('\n') },
  );
}

async function findYarn(root) {
  const [release] = await list(root, '.yarn/releases');
  if (!release) {
    throw new Failure(
      'There is no Yarn release in .yarn/releases: this checkout is not whole. Clone it again.',
    );
  }
  return join(root, release);
}

async function list(root, folder) {
  if (!existsSync(join(root, folder))) {
    return [];
  }
  const names = await fs.readdir(join(root, folder));
  return names.sort().map(name => `${folder}/${name}`);
}

function stampFile(root) {
  return join(root, 'node_modules', '.mcp-portal-installed');
}
