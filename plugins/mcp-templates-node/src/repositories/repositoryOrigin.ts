import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { BareRepository } from './BareRepository';

/** Beside git's own files, which leaves it alone. */
const FILE = 'mcp-portal-origin.json';

/** Who made a repository, and the one commit that they made it with. */
interface Origin {
  createdBy: string;
  commitHash: string;
}

export async function writeOrigin(
  gitdir: string,
  origin: Origin,
): Promise<void> {
  await writeFile(join(gitdir, FILE), `${JSON.stringify(origin)}\n`);
}

/** Whether it is theirs, and is still as they made it. */
export async function isOrigin(
  gitdir: string,
  repository: BareRepository,
  createdBy: string,
): Promise<boolean> {
  const origin = await readOrigin(gitdir);
  const { commit } = await repository.tip();
  const branches = await repository.branches();
  return (
    origin?.createdBy === createdBy &&
    origin.commitHash === commit?.id &&
    branches.length === 1
  );
}

async function readOrigin(gitdir: string): Promise<Origin | undefined> {
  try {
    return JSON.parse(await readFile(join(gitdir, FILE), 'utf8'));
  } catch {
    return undefined;
  }
}
