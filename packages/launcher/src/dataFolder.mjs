import { existsSync, readFileSync } from 'node:fs';
import * as fs from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Failure } from './failure.mjs';
import { isAlive } from './processGroup.mjs';

const MARKER = '.mcp-portal';
const LOCK = 'portal.lock';

/** The folder that holds the databases and logs of this portal. */
export function dataFolderOf(root, env = process.env) {
  return env.MCP_PORTAL_DATA
    ? resolve(env.MCP_PORTAL_DATA)
    : join(root, 'data');
}

/**
 * Creates the data folder, and marks it as the portal's own, as `reset` empties nothing else. A folder that holds
 * something already and has no mark is refused: someone may have meant another one.
 */
export async function prepareDataFolder(root, folder) {
  await fs.mkdir(join(folder), { recursive: true });
  const names = await fs.readdir(folder);
  const own =
    names.length === 0 ||
    names.includes(MARKER) ||
    folder === join(root, 'data');
  if (!own) {
    throw new Failure(
      `MCP_PORTAL_DATA names ${folder}, which holds files that are not the portal's. Name an empty folder, or one that does not exist yet.`,
    );
  }
  await fs.writeFile(
    join(folder, MARKER),
    'The data of an MCP Portal. "npm run reset" empties this folder.\n',
  );
  await fs.mkdir(join(folder, 'logs'), { recursive: true });
}

/** Takes the data folder for one running portal; returns how to give it back. */
export async function lockDataFolder(folder, { url, backendUrl = url }) {
  const running = await runningPortal(folder);
  if (running) {
    throw new Failure(
      `The portal is running already, at ${running.url} (process ${running.pid}).`,
    );
  }
  const file = join(folder, LOCK);
  await fs.writeFile(
    file,
    `${JSON.stringify({ pid: process.pid, url, backendUrl })}\n`,
  );
  return () => fs.rm(file, { force: true });
}

/** The portal that uses a data folder now, if any. A lock that a killed launcher left behind doesn't count. */
export async function runningPortal(folder) {
  let lock;
  try {
    lock = JSON.parse(await fs.readFile(join(folder, LOCK), 'utf8'));
  } catch {
    return undefined;
  }
  return isAlive(lock.pid) && isLauncher(lock.pid) ? lock : undefined;
}

/** What `reset` removes: names directly in the folder. */
export async function emptyDataFolder(root, folder) {
  if (!existsSync(folder)) {
    return [];
  }
  const names = await fs.readdir(folder);
  if (!names.includes(MARKER) && folder !== join(root, 'data')) {
    throw new Failure(
      `${folder} is not the portal's data folder: it has no ${MARKER} file. Nothing was removed.`,
    );
  }
  const removable = names.filter(name => name !== MARKER).sort();
  for (const name of removable) {
    await fs.rm(join(folder, name), { recursive: true, force: true });
  }
  return removable;
}

/** A process id may have been given to another program since. Only Linux tells cheaply. */
function isLauncher(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('launch.mjs');
  } catch {
    return process.platform !== 'linux';
  }
}
