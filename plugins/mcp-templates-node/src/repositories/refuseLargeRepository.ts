import { opendir, stat } from 'node:fs/promises';
import { join } from 'node:path';

import { InputError } from '@backstage/errors';

const MAX_BYTES = 200 * 1024 * 1024;
const MAX_OBJECTS = 50_000;

/**
 * Whoever pushes decides how large a repository becomes; to read from one, whole
 * packs of it are kept in memory.
 *
 * @throws InputError when it is too large to be read here
 */
export async function refuseLargeRepository(gitdir: string): Promise<void> {
  let bytes = 0;
  let objects = 0;
  const folder = await opendir(join(gitdir, 'objects'), { recursive: true });
  for await (const entry of folder) {
    if (entry.isFile()) {
      bytes += await sizeOf(join(entry.parentPath, entry.name));
      objects += 1;
    }
    if (bytes > MAX_BYTES || objects > MAX_OBJECTS) {
      throw new InputError(
        'The repository is too large to be shown here. Clone it to see what is in it.',
      );
    }
  }
}

/** Git moves objects about while it works. */
async function sizeOf(path: string): Promise<number> {
  return stat(path).then(
    ({ size }) => size,
    () => 0,
  );
}
