import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError, NotFoundError } from '@backstage/errors';
import type { LocalRepository } from '@mcp-portal/plugin-mcp-templates-common';
import {
  describeRepository,
  type LocalRepositories,
  type LocalRepositoryName,
} from '@mcp-portal/plugin-mcp-templates-node';

import type { RepositoryAccess } from './RepositoryAccess';

const MAX_TEXT_BYTES = 1024 * 1024;

/**
 * Local repositories, to those who may see them.
 */
export class RepositoryService {
  readonly #access: RepositoryAccess;
  readonly #repositories: LocalRepositories | undefined;

  /** @param options - `repositories`: absent with a code host */
  constructor(options: {
    access: RepositoryAccess;
    repositories?: LocalRepositories;
  }) {
    this.#access = options.access;
    this.#repositories = options.repositories;
  }

  /** @throws NotFoundError when it is not there, or the caller may not see it */
  async get(
    credentials: BackstageCredentials,
    name: LocalRepositoryName,
  ): Promise<LocalRepository> {
    const repositories = await this.#opened(credentials, name);
    const repository = await describeRepository(repositories, name);
    if (!repository) {
      throw notFound(name);
    }
    return repository;
  }

  /**
   * @throws NotFoundError as {@link RepositoryService.get}, or when there is no
   *   such file; InputError when it can't be shown as text
   */
  async readText(
    credentials: BackstageCredentials,
    name: LocalRepositoryName,
    path: string,
  ): Promise<string> {
    const repositories = await this.#opened(credentials, name);
    const repository = await repositories.find(name);
    const { commit } = (await repository?.tip()) ?? {};
    if (!repository || !commit) {
      throw notFound(name);
    }
    const { content } = await repository.file(commit.id, path);
    return textOf(content);
  }

  async #opened(
    credentials: BackstageCredentials,
    name: LocalRepositoryName,
  ): Promise<LocalRepositories> {
    if (
      !this.#repositories ||
      !(await this.#access.mayRead(credentials, name))
    ) {
      throw notFound(name);
    }
    return this.#repositories;
  }
}

function textOf(content: Buffer): string {
  if (content.length > MAX_TEXT_BYTES) {
    throw new InputError(
      `The file has ${content.length} bytes; at most ${MAX_TEXT_BYTES} are shown here. Clone the repository to see it.`,
    );
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(content);
    if (!text.includes('\0')) {
      return text;
    }
  } catch {
    // Not UTF-8.
  }
  throw new InputError(
    'The file is not text, so it is not shown here. Clone the repository to see it.',
  );
}

/** The same for all reasons: what one may not see is as if it did not exist. */
function notFound({ team, name }: LocalRepositoryName): NotFoundError {
  return new NotFoundError(
    `There is no repository ${JSON.stringify(
      `${team}/${name}`,
    )}, or you may not see it.`,
  );
}
