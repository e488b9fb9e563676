import type { ServerVersion } from '@mcp-portal/plugin-mcp-registry-common';
import { NotFoundError } from '@backstage/errors';

/**
 * One of a server's versions.
 *
 * @param name - a version, or `latest`
 * @throws NotFoundError when there is none
 */
export function requireVersion(
  versions: ServerVersion[],
  ref: string,
  name: string,
): ServerVersion {
  const found = versions.find(item =>
    name === 'latest' ? item.latest : item.version === name,
  );
  if (!found) {
    throw noVersion(ref, name);
  }
  return found;
}

/** That a server has no version of that name. */
export function noVersion(ref: string, name: string): NotFoundError {
  return new NotFoundError(
    name === 'latest'
      ? `No release of '${ref}' is active. List its versions to see what became of them.`
      : `'${ref}' has no version ${name}. List its versions for those that it has.`,
  );
}
