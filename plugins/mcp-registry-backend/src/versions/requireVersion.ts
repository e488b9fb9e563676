import type { ServerVersion } from '@mcp-portal/plugin-mcp-registry-common';
import { NotFoundError } from '@backstage/errors';

/**
 * One of a server's versions.
 *
 * @throws NotFoundError when there is none
 */
export function requireVersion(
  versions: ServerVersion[],
  ref: string,
  version: string,
): ServerVersion {
  const found = versions.find(item => item.version === version);
  if (!found) {
    throw noVersion(ref, version);
  }
  return found;
}

/** As {@link requireVersion}, where one may also say `latest`. */
export function requireVersionOrLatest(
  versions: ServerVersion[],
  ref: string,
  name: string,
): ServerVersion {
  if (name !== 'latest') {
    return requireVersion(versions, ref, name);
  }
  const latest = versions.find(item => item.latest);
  if (!latest) {
    throw new NotFoundError(
      `No release of '${ref}' is active. List its versions to see what became of them.`,
    );
  }
  return latest;
}

/** That a server has no such version. */
export function noVersion(ref: string, version: string): NotFoundError {
  return new NotFoundError(
    `'${ref}' has no version ${version}. List its versions for those that it has.`,
  );
}
