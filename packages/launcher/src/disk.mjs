import { existsSync } from 'node:fs';
import * as fs from 'node:fs/promises';
import { dirname } from 'node:path';
import { Failure } from './failure.mjs';

const MIB = 1024 * 1024;

/**
 * Refuses early when a folder's disk has less free space than a step needs, as a half-done install helps nobody.
 */
export async function requireFreeSpace(
  folder,
  neededBytes,
  what,
  statfs = fs.statfs,
) {
  // Node 18 has statfs from 18.15 on; before that a full disk shows up as ENOSPC, which is caught too.
  if (!statfs) {
    return;
  }
  const { bavail, bsize } = await statfs(nearestExisting(folder));
  const freeBytes = bavail * bsize;
  if (freeBytes < neededBytes) {
    throw new Failure(
      `The disk is too full: ${what} needs about ${formatSize(
        neededBytes,
      )}, ${folder} has ${formatSize(
        freeBytes,
      )} free. Free some space, then run the command again.`,
    );
  }
}

export function formatSize(bytes) {
  if (bytes >= 1024 * MIB) {
    return `${(bytes / (1024 * MIB)).toFixed(1)} GiB`;
  }
  if (bytes >= MIB) {
    return `${Math.round(bytes / MIB)} MiB`;
  }
  return `${Math.ceil(bytes / 1024)} KiB`;
}

function nearestExisting(folder) {
  let current = folder;
  while (!existsSync(current) && dirname(current) !== current) {
    current = dirname(current);
  }
  return current;
}
