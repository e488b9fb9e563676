import { createHash } from 'node:crypto';

/**
 * A short name for a value, to see whether it changed. Raise the version to
 * have everything indexed anew after a change to the index itself.
 */
export function fingerprint(value: unknown): string {
  const indexVersion = 1;
  return createHash('sha256')
    .update(JSON.stringify([indexVersion, value]))
    .digest('base64url')
    .slice(0, 22);
}
