import { readdir, readFile, readlink, stat } from 'node:fs/promises';
import { join } from 'node:path';

import { InputError } from '@backstage/errors';

/** What the files of a new repository may come to. */
export const WORKSPACE_LIMITS = {
  files: 2_000,
  fileBytes: 10 * 1024 * 1024,
  totalBytes: 50 * 1024 * 1024,
  depth: 30,
};

/** What git calls a file, a program and a symbolic link. */
export type FileMode = '100644' | '100755' | '120000';

/** A file of a workspace, to be committed. */
export interface WorkspaceFile {
  name: string;
  mode: FileMode;
  content: Buffer;
}

/** A folder of a workspace. */
export interface WorkspaceFolder {
  name: string;
  files: WorkspaceFile[];
  folders: WorkspaceFolder[];
}

class WorkspaceReading {
  files = 0;
  #bytes = 0;

  async read(
    path: string,
    name: string,
    depth: number,
  ): Promise<WorkspaceFolder> {
    this.#check(
      depth <= WORKSPACE_LIMITS.depth,
      `than ${WORKSPACE_LIMITS.depth} folders within each other`,
    );
    const folder: WorkspaceFolder = { name, files: [], folders: [] };
    for (const entry of await readdir(path, { withFileTypes: true })) {
      const entryPath = join(path, entry.name);
      if (entry.name.toLocaleLowerCase('en-US') === '.git') {
        // Its hooks and settings would run where the repository is cloned.
      } else if (entry.isDirectory()) {
        const inner = await this.read(entryPath, entry.name, depth + 1);
        if (inner.files.length + inner.folders.length > 0) {
          folder.folders.push(inner);
        }
      } else if (entry.isSymbolicLink()) {
        // The link itself: what it points to may be any file of this machine.
        folder.files.push(
          this.#file(entry.name, '120000', await readlink(entryPath, 'buffer')),
        );
      } else if (entry.isFile()) {
        folder.files.push(await this.#readFile(entryPath, entry.name));
      }
    }
    return folder;
  }

  async #readFile(path: string, name: string): Promise<WorkspaceFile> {
    const { mode, size } = await stat(path);
    this.#check(
      size <= WORKSPACE_LIMITS.fileBytes,
      `than ${WORKSPACE_LIMITS.fileBytes} bytes in ${JSON.stringify(name)}`,
    );
    return this.#file(
      name,
      // eslint-disable-next-line no-bitwise -- as file systems keep permissions
      mode & 0o111 ? '100755' : '100644',
      await readFile(path),
    );
  }

  #file(name: string, mode: FileMode, content: Buffer): WorkspaceFile {
    this.files += 1;
    this.#bytes += content.length;
    this.#check(
      this.files <= WORKSPACE_LIMITS.files,
      `than ${WORKSPACE_LIMITS.files} files`,
    );
    this.#check(
      this.#bytes <= WORKSPACE_LIMITS.totalBytes,
      `than ${WORKSPACE_LIMITS.totalBytes} bytes`,
    );
    return { name, mode, content };
  }

  #check(isWithin: boolean, what: string): void {
    if (!isWithin) {
      throw new InputError(
        `The workspace holds more ${what}, which is the most that a new repository may begin with. Leave out what is not source.`,
      );
    }
  }
}

/**
 * All files of a folder, without those of git itself.
 *
 * @throws InputError when there are none, or more than a new project has
 */
export async function readWorkspace(path: string): Promise<WorkspaceFolder> {
  const reading = new WorkspaceReading();
  const folder = await reading.read(path, '', 0);
  if (reading.files === 0) {
    throw new InputError(
      'There is nothing to publish: the workspace holds no file. Fetch the files of the new repository before this step.',
    );
  }
  return folder;
}
