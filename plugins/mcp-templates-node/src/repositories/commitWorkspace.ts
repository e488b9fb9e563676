import fs from 'node:fs';

import git, { TreeEntry } from 'isomorphic-git';

import { WorkspaceFolder } from './readWorkspace';

/** Who is named in a commit. @public */
export interface CommitAuthor {
  name?: string;
  email?: string;
}

const DEFAULT_AUTHOR = {
  name: 'MCP Portal',
  email: 'mcp-portal@noreply.invalid',
};

/**
 * Makes one first commit of a folder in an empty bare repository.
 *
 * @returns the commit's id
 */
export async function commitWorkspace(options: {
  gitdir: string;
  workspace: WorkspaceFolder;
  branch: string;
  message: string;
  author?: CommitAuthor;
}): Promise<string> {
  const { gitdir, workspace, branch, message, author } = options;
  const tree = await writeFolder(gitdir, workspace);
  return git.commit({
    fs,
    gitdir,
    tree,
    ref: `refs/heads/${branch}`,
    message,
    author: {
      name: headerText(author?.name) || DEFAULT_AUTHOR.name,
      email: headerText(author?.email) || DEFAULT_AUTHOR.email,
      timezoneOffset: 0,
    },
  });
}

async function writeFolder(
  gitdir: string,
  { files, folders }: WorkspaceFolder,
): Promise<string> {
  const tree: TreeEntry[] = [];
  for (const { name, mode, content } of files) {
    const oid = await git.writeBlob({ fs, gitdir, blob: content });
    tree.push({ mode, path: name, oid, type: 'blob' });
  }
  for (const folder of folders) {
    const oid = await writeFolder(gitdir, folder);
    tree.push({ mode: '040000', path: folder.name, oid, type: 'tree' });
  }
  return git.writeTree({ fs, gitdir, tree });
}

/** A name is within one line of a commit, which other lines must not come from. */
function headerText(text: string | undefined): string {
  return (text ?? '')
    .replace(/[\p{C}\p{Zl}\p{Zp}<>]+/gu, ' ')
    .trim()
    .slice(0, 200);
}
