import { LocalRepository } from '@mcp-portal/plugin-mcp-templates-common';

import { BareRepository } from './BareRepository';
import { LocalRepositories, LocalRepositoryName } from './LocalRepositories';

const README = 'README.md';
const MAX_README_BYTES = 256 * 1024;

/**
 * What a page shows of a local repository; undefined when there is none.
 *
 * @throws InputError when it is too large to be read
 * @public
 */
export async function describeRepository(
  repositories: LocalRepositories,
  repository: LocalRepositoryName,
): Promise<LocalRepository | undefined> {
  const found = await repositories.find(repository);
  if (!found) {
    return undefined;
  }
  const { branch, commit } = await found.tip();
  const contents = commit
    ? await readContents(found, commit.id)
    : { files: [] };
  return {
    team: repository.team,
    name: repository.name,
    description: await repositories.description(repository),
    defaultBranch: branch,
    cloneUrl: repositories.cloneUrl(repository),
    ...(commit && { lastCommit: commit }),
    ...contents,
  };
}

async function readContents(
  found: BareRepository,
  commitId: string,
): Promise<Pick<LocalRepository, 'files' | 'readme'>> {
  const files: LocalRepository['files'] = [];
  let readme: string | undefined;
  for (const { path, id } of await found.files(commitId)) {
    const content = await found.content(id);
    files.push({ path, sizeBytes: content.length });
    if (path === README && content.length <= MAX_README_BYTES) {
      readme = content.toString('utf8');
    }
  }
  return { files, ...(readme !== undefined && { readme }) };
}
