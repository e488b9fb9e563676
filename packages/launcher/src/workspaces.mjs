import { existsSync } from 'node:fs';
import * as fs from 'node:fs/promises';
import { join } from 'node:path';

/** The workspace's packages: folder and package.json of each. */
export async function readWorkspaces(root) {
  const { workspaces } = await readJson(join(root, 'package.json'));
  const folders = [];
  for (const pattern of workspaces) {
    if (pattern.endsWith('/*')) {
      const parent = join(root, pattern.slice(0, -2));
      const names = existsSync(parent) ? await fs.readdir(parent) : [];
      folders.push(...names.sort().map(name => join(parent, name)));
    } else {
      folders.push(join(root, pattern));
    }
  }
  return Promise.all(
    folders
      .filter(folder => existsSync(join(folder, 'package.json')))
      .map(async folder => ({
        folder,
        manifest: await readJson(join(folder, 'package.json')),
      })),
  );
}

/** A package of the workspace and all others that it depends on, directly or not. */
export async function withLocalDependencies(root, name) {
  const all = new Map(
    (await readWorkspaces(root)).map(entry => [entry.manifest.name, entry]),
  );
  const reached = new Map();
  const queue = [name];
  while (queue.length > 0) {
    const next = queue.pop();
    const entry = all.get(next);
    if (entry && !reached.has(next)) {
      reached.set(next, entry);
      queue.push(...Object.keys(entry.manifest.dependencies ?? {}));
    }
  }
  return [...reached.values()];
}

async function readJson(file) {
  return JSON.parse(await fs.readFile(file, 'utf8'));
}
