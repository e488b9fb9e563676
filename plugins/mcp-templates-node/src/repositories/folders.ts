import { lstat, readdir } from 'node:fs/promises';

/** Whether there is a folder itself: a link could lead anywhere. */
export async function isFolder(path: string): Promise<boolean> {
  return lstat(path).then(
    found => found.isDirectory(),
    () => false,
  );
}

/** The names of the folders in one; none, when it is not there. */
export async function foldersIn(directory: string): Promise<string[]> {
  try {
    const entries = await readdir(directory, { withFileTypes: true });
    return entries.filter(e => e.isDirectory()).map(({ name }) => name);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') {
      return [];
    }
    throw error;
  }
}

/** What an operating system calls what went wrong. */
export function codeOf(error: unknown): string {
  return String((error as { code?: unknown }).code);
}
