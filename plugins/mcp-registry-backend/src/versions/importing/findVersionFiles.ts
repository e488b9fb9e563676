import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** A server's folder, with the files of its versions. */
export interface ServerFolder {
  namespace: string;
  name: string;
  /** Paths by what their names say the version is. */
  files: Map<string, string>;
}

/**
 * Finds `<namespace>/<server name>/<version>.json` below a directory.
 *
 * @throws Error of the file system when it can't be read
 */
export async function findVersionFiles(
  directory: string,
): Promise<ServerFolder[]> {
  const folders: ServerFolder[] = [];
  for (const namespace of await foldersIn(directory)) {
    for (const name of await foldersIn(join(directory, namespace))) {
      const folder = join(directory, namespace, name);
      const entries = await readdir(folder, { withFileTypes: true });
      folders.push({
        namespace,
        name,
        files: new Map(
          entries
            .filter(entry => entry.isFile() && entry.name.endsWith('.json'))
            .map(entry => [
              entry.name.slice(0, -'.json'.length),
              join(folder, entry.name),
            ]),
        ),
      });
    }
  }
  return folders;
}

async function foldersIn(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { withFileTypes: true });
  return entries
    .filter(entry => entry.isDirectory() && !entry.name.startsWith('.'))
    .map(entry => entry.name)
    .sort();
}
