import fs from 'node:fs';
import { mkdir, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';

import { ConflictError, InputError } from '@backstage/errors';
import git from 'isomorphic-git';

import { BareRepository } from './BareRepository';
import { CommitAuthor, commitWorkspace } from './commitWorkspace';
import { codeOf, foldersIn, isFolder } from './folders';
import { readWorkspace } from './readWorkspace';
import { isRepositoryName, teamRefOfFolder } from './repositoryNames';
import { isOrigin, writeOrigin } from './repositoryOrigin';
import { removeLeftovers, TEMPORARY_PREFIX } from './removeLeftovers';

const DEFAULT_BRANCH = 'main';
const MAX_DESCRIPTION = 500;

/**
 * Which local repository.
 * @public
 */
export interface LocalRepositoryName {
  /** A team's folder: see {@link teamFolderOf}. */
  team: string;
  name: string;
}

/**
 * The bare git repositories that the portal keeps itself, as
 * `<directory>/<team>/<name>.git`. No git program is needed.
 * @public
 */
export class LocalRepositories {
  readonly #directory: string;

  /** @param options - `directory`: an absolute path; it is made when needed */
  constructor(options: { directory: string }) {
    this.#directory = options.directory;
  }

  /**
   * What `git clone` takes: a path on the machine where the portal runs.
   *
   * @throws InputError when there can be no such repository
   */
  cloneUrl({ team, name }: LocalRepositoryName): string {
    if (!teamRefOfFolder(team) || !isRepositoryName(name)) {
      throw new InputError(
        `There can be no local repository ${JSON.stringify(
          `${team}/${name}`,
        )}.`,
      );
    }
    return join(this.#directory, team, `${name}.git`);
  }

  /** Undefined when there is none, whatever was asked for. */
  async find(
    repository: LocalRepositoryName,
  ): Promise<BareRepository | undefined> {
    const { team, name } = repository;
    if (!teamRefOfFolder(team) || !isRepositoryName(name)) {
      return undefined;
    }
    const gitdir = this.cloneUrl(repository);
    const isThere =
      (await isFolder(join(this.#directory, team))) && (await isFolder(gitdir));
    return isThere
      ? new BareRepository({ gitdir, name: `${team}/${name}` })
      : undefined;
  }

  /** The teams that have a repository of a name. */
  async teamsWith(name: string): Promise<string[]> {
    const teams: string[] = [];
    for (const team of await foldersIn(this.#directory)) {
      if (await this.find({ team, name })) {
        teams.push(team);
      }
    }
    return teams;
  }

  /** One line about a repository, which its first commit came with. */
  async description(repository: LocalRepositoryName): Promise<string> {
    try {
      const path = join(this.cloneUrl(repository), 'description');
      return oneLine(await fs.promises.readFile(path, 'utf8'));
    } catch {
      return '';
    }
  }

  /**
   * Makes a repository of a folder: all its files are one first commit on
   * `main`. It is there whole, or not at all.
   *
   * @throws ConflictError when there is one already, InputError when there can
   *   be none of that name, or the folder is empty or too large
   */
  async create(
    repository: LocalRepositoryName,
    options: {
      workspacePath: string;
      /** Who makes it, such as the id of a task; only who says it may remove it. */
      createdBy: string;
      message: string;
      description?: string;
      author?: CommitAuthor;
    },
  ): Promise<{ cloneUrl: string; commitHash: string; defaultBranch: string }> {
    const cloneUrl = this.cloneUrl(repository);
    await this.#refuseExisting(repository);
    const workspace = await readWorkspace(options.workspacePath);
    await mkdir(this.#directory, { recursive: true });
    await removeLeftovers(this.#directory);
    const gitdir = this.#temporaryFolder();
    try {
      await mkdir(gitdir);
      await git.init({ fs, gitdir, bare: true, defaultBranch: DEFAULT_BRANCH });
      await writeFile(
        join(gitdir, 'description'),
        `${oneLine(options.description ?? '')}\n`,
      );
      const commitHash = await commitWorkspace({
        gitdir,
        workspace,
        branch: DEFAULT_BRANCH,
        message: options.message,
        author: options.author,
      });
      await writeOrigin(gitdir, { createdBy: options.createdBy, commitHash });
      await this.#moveIn(repository, gitdir);
      return { cloneUrl, commitHash, defaultBranch: DEFAULT_BRANCH };
    } finally {
      await rm(gitdir, { recursive: true, force: true });
    }
  }

  /**
   * Whether somebody made this repository, and nobody has pushed to it since.
   * @param options - `createdBy`: as {@link LocalRepositories.create} was told
   */
  async isUntouched(
    repository: LocalRepositoryName,
    options: { createdBy: string },
  ): Promise<boolean> {
    const found = await this.find(repository);
    return (
      found !== undefined &&
      isOrigin(this.cloneUrl(repository), found, options.createdBy)
    );
  }

  /**
   * Removes a repository, if whoever made it says so, and nobody has pushed to it
   * since.
   *
   * @returns whether it was there
   * @throws ConflictError when somebody else made it, or pushed to it
   */
  async remove(
    repository: LocalRepositoryName,
    options: { createdBy: string },
  ): Promise<boolean> {
    if (!(await this.find(repository))) {
      return false;
    }
    const cloneUrl = this.cloneUrl(repository);
    const aside = this.#temporaryFolder();
    // First aside, then looked at: nobody pushes in between.
    await rename(cloneUrl, aside);
    const moved = new BareRepository({ gitdir: aside, name: repository.name });
    let isOwn = false;
    try {
      isOwn = await isOrigin(aside, moved, options.createdBy);
    } finally {
      if (!isOwn) {
        await rename(aside, cloneUrl);
      }
    }
    if (!isOwn) {
      throw new ConflictError(
        `The local repository ${repository.team}/${repository.name} holds what somebody else did. It stays.`,
      );
    }
    await rm(aside, { recursive: true, force: true });
    await rmdir(join(this.#directory, repository.team)).catch(() => undefined);
    return true;
  }

  async #refuseExisting(repository: LocalRepositoryName): Promise<void> {
    if (await this.find(repository)) {
      throw alreadyThere(repository);
    }
  }

  async #moveIn(repository: LocalRepositoryName, gitdir: string) {
    const folder = join(this.#directory, repository.team);
    await mkdir(folder, { recursive: true });
    if (!(await isFolder(folder))) {
      throw new InputError(
        `The folder of ${repository.team} among the local repositories is a link; repositories are made in plain folders only.`,
      );
    }
    // Windows would say of a folder that is there only that it may not.
    await this.#refuseExisting(repository);
    try {
      await rename(gitdir, this.cloneUrl(repository));
    } catch (error) {
      if (['ENOTEMPTY', 'EEXIST', 'ENOTDIR', 'EPERM'].includes(codeOf(error))) {
        throw alreadyThere(repository);
      }
      throw error;
    }
  }

  /** On the same file system as the repositories, so that it can be renamed. */
  #temporaryFolder(): string {
    return join(this.#directory, `${TEMPORARY_PREFIX}${randomUUID()}`);
  }
}

function alreadyThere({ team, name }: LocalRepositoryName): ConflictError {
  return new ConflictError(
    `There is a local repository ${team}/${name} already; take another name.`,
  );
}

function oneLine(text: string): string {
  return text
    .replace(/[\p{C}\p{Z}]+/gu, ' ')
    .trim()
    .slice(0, MAX_DESCRIPTION);
}
