import type { LocalRepository } from '@mcp-portal/plugin-mcp-templates-common';

type Place = Pick<LocalRepository, 'team' | 'name'>;

/** Where a repository is, below the page of all of them. */
export function repositoryPath({ team, name }: Place): string {
  return `/${encodeURIComponent(team)}/${encodeURIComponent(name)}`;
}

/** Where a file of it is; code hosts write it the same. */
export function filePath(
  repository: Place & Pick<LocalRepository, 'defaultBranch'>,
  path: string,
): string {
  const parts = [repository.defaultBranch, ...path.split('/')];
  return `${repositoryPath(repository)}/blob/${parts
    .map(encodeURIComponent)
    .join('/')}`;
}

/**
 * Where a link of a README leads: other files of the repository are pages here,
 * what has a scheme or stands on the page itself stays as it is.
 */
export function readmeLink(
  repository: Place & Pick<LocalRepository, 'defaultBranch'>,
  base: string,
  href: string,
): string {
  if (/^[a-z][a-z0-9+.-]*:|^\/\/|^#/i.test(href)) {
    return href;
  }
  const [path] = href.split(/[?#]/);
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') {
      parts.pop();
    } else if (part !== '' && part !== '.') {
      parts.push(decoded(part));
    }
  }
  return parts.length === 0
    ? `${base}${repositoryPath(repository)}`
    : `${base}${filePath(repository, parts.join('/'))}`;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
