import { isRepositoryName, teamRefOfFolder } from './repositoryNames';

/** Below `app.baseUrl`: the pages of local repositories. */
const PREFIX = 'mcp-repositories';

/** What is between a repository and a file of it: `blob`, or `tree` of a folder. */
const FILE_PATTERN = /^(blob|tree)\/([^/]+)(?:\/(.*))?$/;

/** What a URL of a local repository names. @public */
export interface LocalUrl {
  team: string;
  name: string;
  /** Absent where the URL names the repository itself. */
  branch?: string;
  /** Of a file or folder; empty for the root. */
  path: string;
}

/** What the URLs of all local repositories begin with. */
export function localRepositoriesUrl(baseUrl: string): string {
  return `${baseUrl.replace(/\/+$/, '')}/${PREFIX}/`;
}

/** The page of a local repository. @public */
export function localRepositoryUrl(options: {
  baseUrl: string;
  team: string;
  name: string;
}): string {
  const { baseUrl, team, name } = options;
  return `${localRepositoriesUrl(baseUrl)}${team}/${name}`;
}

/**
 * Reads a URL of a local repository, its file or folder; undefined when it is
 * no such URL. There is one way only to write each, so that who compares URLs
 * of repositories compares the repositories.
 * @public
 */
export function parseLocalUrl(
  url: string,
  baseUrl: string,
): LocalUrl | undefined {
  const root = localRepositoriesUrl(baseUrl);
  if (!url.startsWith(root) || /[?#\\]/.test(url)) {
    return undefined;
  }
  const [team, name, ...rest] = url.slice(root.length).split('/');
  if (!teamRefOfFolder(team) || !isRepositoryName(name ?? '')) {
    return undefined;
  }
  if (rest.length === 0) {
    return { team, name, path: '' };
  }
  const file = FILE_PATTERN.exec(rest.join('/'));
  if (!file) {
    return undefined;
  }
  try {
    return {
      team,
      name,
      branch: decodeURIComponent(file[2]),
      path: decodeURIComponent(file[3] ?? ''),
    };
  } catch {
    return undefined;
  }
}
