import fs from 'node:fs';

import git from 'isomorphic-git';

/** Changes a file at the root of a bare repository, as a push does. */
export async function commitTo(
  gitdir: string,
  options: { branch?: string; path: string; text: string },
): Promise<string> {
  const { branch = 'main', path, text } = options;
  const parent = await git.resolveRef({ fs, gitdir, ref: 'main' });
  const { tree } = await git.readTree({ fs, gitdir, oid: parent });
  const oid = await git.writeBlob({ fs, gitdir, blob: Buffer.from(text) });
  return git.commit({
    fs,
    gitdir,
    ref: `refs/heads/${branch}`,
    parent: [parent],
    tree: await git.writeTree({
      fs,
      gitdir,
      tree: [
        ...tree.filter(entry => entry.path !== path),
        { path, oid, mode: '100644', type: 'blob' },
      ],
    }),
    message: 'Change',
    author: { name: 'A', email: 'a@example.com' },
  });
}
