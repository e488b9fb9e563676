import fs from 'node:fs';

import { NotFoundError } from '@backstage/errors';
import git from 'isomorphic-git';

import { refuseLargeRepository } from './refuseLargeRepository';

/** Names of branches that are no way out of the folder of branches. */
const BRANCH_PATTERN =
  /^[A-Za-z0-9_][A-Za-z0-9_.-]*(\/[A-Za-z0-9_][A-Za-z0-9_.-]*)*$/;
const DEFAULT_BRANCH = 'main';
const MAX_FILES = 5_000;
const MAX_DEPTH = 30;

/** The commit that a branch is at. @public */
export interface BranchTip {
  branch: string;
  commit?: { id: string; message: string; at: string };
}

/** A file in a repository. @public */
export interface BareFile {
  path: string;
  /** The id of its content. */
  id: string;
}

/**
 * Reads one bare repository. Whatever is not there, or damaged, is not found.
 * @public
 */
export class BareRepository {
  readonly #repository: { fs: typeof fs; gitdir: string; cache: object };
  readonly #name: string;

  /** @param options - `name`: of the repository, for messages */
  constructor(options: { gitdir: string; name: string }) {
    // Packs are read once for all files that one request wants.
    this.#repository = { fs, gitdir: options.gitdir, cache: {} };
    this.#name = options.name;
  }

  /** The default branch, or another, and its last commit, if it has any. */
  async tip(branch?: string): Promise<BranchTip> {
    const name = branch ?? (await this.#defaultBranch());
    if (!BRANCH_PATTERN.test(name)) {
      return { branch: name };
    }
    try {
      const oid = await git.resolveRef({
        ...this.#repository,
        ref: `refs/heads/${name}`,
      });
      const { commit } = await git.readCommit({ ...this.#repository, oid });
      return {
        branch: name,
        commit: {
          id: oid,
          message: commit.message.trimEnd(),
          at: new Date(commit.committer.timestamp * 1_000).toISOString(),
        },
      };
    } catch (error) {
      return onGitError(error, () => ({ branch: name }));
    }
  }

  async branches(): Promise<string[]> {
    return git.listBranches(this.#repository);
  }

  /** The files of a commit, in the order of their paths. */
  async files(commitId: string): Promise<BareFile[]> {
    await refuseLargeRepository(this.#repository.gitdir);
    const files: BareFile[] = [];
    await this.#addFiles(files, commitId, '', 0);
    return files.sort((one, two) => (one.path < two.path ? -1 : 1));
  }

  /**
   * What a file holds.
   *
   * @throws NotFoundError when it isn't there, or is a folder or a link
   */
  async file(
    commitId: string,
    path: string,
  ): Promise<{ id: string; content: Buffer }> {
    await refuseLargeRepository(this.#repository.gitdir);
    const missing = () =>
      new NotFoundError(
        `There is no file ${JSON.stringify(path)} in ${this.#name}.`,
      );
    const names = path.split('/');
    const last = names.pop();
    let treeId = commitId;
    for (const name of names) {
      const folder = (await this.#tree(treeId)).find(
        entry => entry.path === name && entry.type === 'tree',
      );
      if (!folder) {
        throw missing();
      }
      treeId = folder.oid;
    }
    const file = (await this.#tree(treeId)).find(
      entry => entry.path === last && isPlainFile(entry),
    );
    if (!file) {
      throw missing();
    }
    return { id: file.oid, content: await this.content(file.oid) };
  }

  /** The content that has an id. */
  async content(id: string): Promise<Buffer> {
    try {
      const { blob } = await git.readBlob({ ...this.#repository, oid: id });
      return Buffer.from(blob);
    } catch (error) {
      return onGitError(error, () => {
        throw this.#damaged();
      });
    }
  }

  async #addFiles(
    files: BareFile[],
    treeId: string,
    prefix: string,
    depth: number,
  ): Promise<void> {
    for (const entry of await this.#tree(treeId)) {
      const path = `${prefix}${entry.path}`;
      if (entry.type === 'tree' && depth < MAX_DEPTH) {
        await this.#addFiles(files, entry.oid, `${path}/`, depth + 1);
      } else if (isPlainFile(entry) && files.length < MAX_FILES) {
        files.push({ path, id: entry.oid });
      }
    }
  }

  async #tree(oid: string) {
    try {
      return (await git.readTree({ ...this.#repository, oid })).tree;
    } catch (error) {
      return onGitError(error, () => {
        throw this.#damaged();
      });
    }
  }

  async #defaultBranch(): Promise<string> {
    try {
      const branch = await git.currentBranch(this.#repository);
      return branch || DEFAULT_BRANCH;
    } catch (error) {
      return onGitError(error, () => DEFAULT_BRANCH);
    }
  }

  #damaged(): NotFoundError {
    return new NotFoundError(
      `${
        this.#name
      } is damaged: some of what its last commit holds is missing. Run "git fsck" in its folder.`,
    );
  }
}

function isPlainFile(entry: { type: string; mode: string }): boolean {
  return entry.type === 'blob' && entry.mode !== '120000';
}

/** How git calls what is missing or damaged. */
const GIT_ERRORS: string[] = [
  git.Errors.NotFoundError.code,
  git.Errors.DecompressionError.code,
  git.Errors.InternalError.code,
  git.Errors.InvalidOidError.code,
  git.Errors.InvalidRefNameError.code,
  git.Errors.ObjectTypeError.code,
  git.Errors.ParseError.code,
];

/** What git says; not what the disk says, which may pass. */
function onGitError<T>(error: unknown, then: () => T): T {
  if (GIT_ERRORS.includes(String((error as { code?: unknown }).code))) {
    return then();
  }
  throw error;
}
