import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import {
  LocalRepositories,
  type LocalRepositoryName,
} from '@mcp-portal/plugin-mcp-templates-node';

const folders: string[] = [];

/** A folder of local repositories, gone after the tests. */
export async function makeRepositories() {
  const folder = await mkdtemp(join(tmpdir(), 'mcp-templates-backend-'));
  folders.push(folder);
  const directory = join(folder, 'repositories');
  const repositories = new LocalRepositories({ directory });
  const add = async (
    repository: LocalRepositoryName,
    files: { [path: string]: string | Buffer },
  ) => {
    const workspacePath = await mkdtemp(join(folder, 'workspace-'));
    for (const [path, content] of Object.entries(files)) {
      const file = join(workspacePath, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, content);
    }
    return repositories.create(repository, {
      workspacePath,
      createdBy: 'test',
      message: 'Begin',
    });
  };
  return { directory, add };
}

afterAll(async () => {
  for (const folder of folders.splice(0)) {
    await rm(folder, { recursive: true, force: true });
  }
});
