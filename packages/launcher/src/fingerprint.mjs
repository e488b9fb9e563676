import { createHash } from 'node:crypto';
import * as fs from 'node:fs/promises';
import { join, relative } from 'node:path';

const SKIPPED = new Set([
  'node_modules',
  'dist',
  'dist-types',
  'coverage',
  '.cache',
]);

/** A hash over files' names and contents, and over other values that matter, such as versions. */
export async function fingerprint({ root, files, values = [] }) {
  const hash = createHash('sha256');
  for (const value of values) {
    hash.update(`${value}\0`);
  }
  for (const file of [...files].sort()) {
    hash.update(`${relative(root, file)}\0`);
    hash.update(await fs.readFile(file));
    hash.update('\0');
  }
  return hash.digest('hex');
}

/** All files below a folder that somebody wrote; what tools make there is left out. */
export async function sourceFiles(folder, { accept = () => true } = {}) {
  const found = [];
  for (const entry of await fs.readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!SKIPPED.has(entry.name)) {
        found.push(...(await sourceFiles(path, { accept })));
      }
    } else if (entry.isFile() && accept(path)) {
      found.push(path);
    }
  }
  return found;
}

/** The fingerprint that a finished step left behind; undefined if it never finished. */
export async function readStamp(file) {
  try {
    return (await fs.readFile(file, 'utf8')).trim();
  } catch (error) {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') {
      return undefined;
    }
    throw error;
  }
}

export async function writeStamp(file, value) {
  await fs.writeFile(file, `${value}\n`);
}

export async function removeStamp(file) {
  await fs.rm(file, { force: true });
}
