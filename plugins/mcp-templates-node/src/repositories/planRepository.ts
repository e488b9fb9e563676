import { InputError } from '@backstage/errors';
import { TargetRepository } from '@mcp-portal/plugin-mcp-templates-common';

import { CodeHostSettings, OperatorSettings } from '../settings';
import { localRepositoryUrl } from './localUrls';
import {
  completeTeamRef,
  isRepositoryName,
  teamFolderOf,
} from './repositoryNames';

const DEFAULT_BRANCH = 'main';
const CATALOG_FILE = 'catalog-info.yaml';

/**
 * Where something new of a team is published.
 *
 * @param options - `baseUrl`: the portal's own address, `app.baseUrl`
 * @throws InputError when there can be no repository of that name
 * @public
 */
export function planRepository(
  settings: Pick<OperatorSettings, 'repositories'>,
  options: { teamRef: string; name: string; baseUrl: string },
): TargetRepository {
  const { teamRef, name, baseUrl } = options;
  if (!isRepositoryName(name)) {
    throw new InputError(
      `${JSON.stringify(
        name,
      )} can't be the name of a repository; take small letters, digits and single hyphens, 3 to 50 of them, beginning with a letter.`,
    );
  }
  const { repositories } = settings;
  return repositories.type === 'local'
    ? planLocal({ teamRef, name, baseUrl })
    : planOnCodeHost(repositories, { teamRef, name });
}

function planLocal(options: {
  teamRef: string;
  name: string;
  baseUrl: string;
}): TargetRepository {
  const { name, baseUrl } = options;
  const owner = teamFolderOf(options.teamRef);
  const url = localRepositoryUrl({ baseUrl, team: owner, name });
  return {
    type: 'local',
    owner,
    name,
    repoUrl: repoUrlOf({ host: new URL(baseUrl).host, owner, name }),
    url,
    catalogInfoUrl: `${url}/blob/${DEFAULT_BRANCH}/${CATALOG_FILE}`,
    defaultBranch: DEFAULT_BRANCH,
  };
}

function planOnCodeHost(
  { type, host, owner: byDefault, owners }: CodeHostSettings,
  { teamRef, name }: { teamRef: string; name: string },
): TargetRepository {
  const owner = owners[completeTeamRef(teamRef) ?? ''] ?? byDefault;
  const url = `https://${host}/${owner}/${name}`;
  const blob = type === 'gitlab' ? '-/blob' : 'blob';
  return {
    type,
    owner,
    name,
    repoUrl: repoUrlOf({ host, owner, name }),
    url,
    catalogInfoUrl: `${url}/${blob}/${DEFAULT_BRANCH}/${CATALOG_FILE}`,
    defaultBranch: DEFAULT_BRANCH,
  };
}

function repoUrlOf(options: { host: string; owner: string; name: string }) {
  const { host, owner, name } = options;
  return `${host}?owner=${encodeURIComponent(owner)}&repo=${name}`;
}
