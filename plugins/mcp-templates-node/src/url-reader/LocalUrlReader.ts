import { Readable } from 'node:stream';

import type {
  ReadTreeResponseFactory,
  UrlReaderPredicateTuple,
} from '@backstage/backend-defaults/urlReader';
import type {
  UrlReaderService,
  UrlReaderServiceReadTreeOptions,
  UrlReaderServiceReadTreeResponse,
  UrlReaderServiceReadUrlOptions,
  UrlReaderServiceReadUrlResponse,
  UrlReaderServiceSearchOptions,
  UrlReaderServiceSearchResponse,
} from '@backstage/backend-plugin-api';
import { NotFoundError, NotModifiedError } from '@backstage/errors';

import {
  type BareRepository,
  type LocalRepositories,
  type LocalRepositoryName,
  localRepositoriesUrl,
  parseLocalUrl,
} from '../repositories';

/**
 * What a catalog reads as a location. Of others, what is wrong with them would
 * be told to whoever names them, with a piece of what they hold.
 */
const CATALOG_FILE = /^(.+\/)?catalog-info\.ya?ml$/;

/** A URL, and the commit that it leads to now. */
interface Resolved {
  repository: BareRepository;
  commit: { id: string; at: string };
  path: string;
}

/** What a reader of local repositories needs. @public */
export interface LocalUrlReaderOptions {
  /** `app.baseUrl`. */
  baseUrl: string;
  repositories: LocalRepositories;
  treeResponseFactory: ReadTreeResponseFactory;
  /** Whether there is somebody now who may not know of a repository. */
  isHidden: (repository: LocalRepositoryName) => Promise<boolean>;
}

/**
 * Reads local repositories by their URLs.
 * @public
 */
export class LocalUrlReader implements UrlReaderService {
  readonly #baseUrl: string;
  readonly #repositories: LocalRepositories;
  readonly #trees: ReadTreeResponseFactory;
  readonly #isHidden: LocalUrlReaderOptions['isHidden'];

  /** Itself, and the URLs that are its. */
  static tuple(options: LocalUrlReaderOptions): UrlReaderPredicateTuple {
    const root = new URL(localRepositoriesUrl(options.baseUrl));
    return {
      reader: new LocalUrlReader(options),
      predicate: url =>
        url.origin === root.origin && url.pathname.startsWith(root.pathname),
    };
  }

  constructor(options: LocalUrlReaderOptions) {
    this.#baseUrl = options.baseUrl;
    this.#repositories = options.repositories;
    this.#trees = options.treeResponseFactory;
    this.#isHidden = options.isHidden;
  }

  async readUrl(
    url: string,
    options?: UrlReaderServiceReadUrlOptions,
  ): Promise<UrlReaderServiceReadUrlResponse> {
    const { repository, commit, path } = await this.#resolve(url);
    const { id, content } = await repository.file(commit.id, path);
    if (options?.etag === id) {
      throw new NotModifiedError();
    }
    return {
      buffer: async () => content,
      stream: () => Readable.from(content),
      // Of the content: a push that leaves the file alone changes nothing.
      etag: id,
      lastModifiedAt: new Date(commit.at),
    };
  }

  async readTree(
    url: string,
    options?: UrlReaderServiceReadTreeOptions,
  ): Promise<UrlReaderServiceReadTreeResponse> {
    const { repository, commit, path } = await this.#resolve(url);
    if (options?.etag === commit.id) {
      throw new NotModifiedError();
    }
    const prefix = path === '' ? '' : `${path}/`;
    const files = [];
    for (const file of await repository.files(commit.id)) {
      if (file.path.startsWith(prefix)) {
        const content = await repository.content(file.id);
        const inner = file.path.slice(prefix.length);
        if (options?.filter?.(inner, { size: content.length }) ?? true) {
          files.push({ data: Readable.from(content), path: inner });
        }
      }
    }
    const tree = await this.#trees.fromReadableArray(files);
    return {
      files: () => tree.files(),
      archive: () => tree.archive(),
      dir: dirOptions => tree.dir(dirOptions),
      etag: commit.id,
    };
  }

  async search(
    url: string,
    options?: UrlReaderServiceSearchOptions,
  ): Promise<UrlReaderServiceSearchResponse> {
    const path = parseLocalUrl(url, this.#baseUrl)?.path ?? '';
    if (!CATALOG_FILE.test(path)) {
      throw new NotFoundError(
        `Of the portal's own repositories only files named catalog-info.yaml are read, each by its own URL; ${url} is none.`,
      );
    }
    const file = await this.readUrl(url, options);
    return {
      files: [
        { url, content: file.buffer, lastModifiedAt: file.lastModifiedAt },
      ],
      etag: file.etag ?? '',
    };
  }

  toString(): string {
    return `localRepositories{${this.#baseUrl}}`;
  }

  async #resolve(url: string): Promise<Resolved> {
    const local = parseLocalUrl(url, this.#baseUrl);
    const repository = local && (await this.#repositories.find(local));
    const { commit } = (await repository?.tip(local?.branch)) ?? {};
    if (!local || !repository || !commit || (await this.#isHidden(local))) {
      throw new NotFoundError(`There is nothing at ${url}.`);
    }
    return { repository, commit, path: local.path };
  }
}
