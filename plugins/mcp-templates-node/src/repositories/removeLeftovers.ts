import { lstat, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** What is being made or removed; no team's folder begins like this. */
export const TEMPORARY_PREFIX = '.unfinished-';

/** Nothing takes this long: whoever made it is gone. */
const LEFT_AFTER_MS = 60 * 60 * 1_000;

/** Removes what a portal left behind that was killed at work. */
export async function removeLeftovers(directory: string): Promise<void> {
  const names = await readdir(directory);
  for (const name of names.filter(n => n.startsWith(TEMPORARY_PREFIX))) {
    const path = join(directory, name);
    const changedAtMs = await lstat(path).then(
      found => found.mtimeMs,
      () => Date.now(),
    );
    if (Date.now() - changedAtMs > LEFT_AFTER_MS) {
      await rm(path, { recursive: true, force: true });
    }
  }
}
