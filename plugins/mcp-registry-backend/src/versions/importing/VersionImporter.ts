import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { compare, valid } from 'semver';

import type { Scope } from '../../access';
import type { PublishService } from '../PublishService';
import type { VersionStore } from '../VersionStore';
import { findVersionFiles, type ServerFolder } from './findVersionFiles';
import { readVersionFile } from './readVersionFile';

/**
 * Publishes what was published before the registry knew of it: each file once,
 * in the order of versions, through the same gate as any other.
 */
export class VersionImporter {
  readonly #directories: string[];
  readonly #versions: VersionStore;
  readonly #publishing: PublishService;
  readonly #logger: LoggerService;
  /** What was said already: the same fault is found again at each run. */
  readonly #said = new Set<string>();

  constructor(options: {
    directories: string[];
    versions: VersionStore;
    publishing: PublishService;
    logger: LoggerService;
  }) {
    this.#directories = options.directories;
    this.#versions = options.versions;
    this.#publishing = options.publishing;
    this.#logger = options.logger;
  }

  async run(scope: Scope, signal?: AbortSignal): Promise<void> {
    for (const directory of this.#directories) {
      try {
        for (const folder of await findVersionFiles(directory)) {
          if (signal?.aborted) {
            return;
          }
          await this.#importFolder(scope, folder);
        }
      } catch (error) {
        this.#warnOnce(`Could not import versions of ${directory}: ${error}`);
      }
    }
  }

  /** A server that the catalog does not have yet has its turn in a later run. */
  async #importFolder(scope: Scope, folder: ServerFolder): Promise<void> {
    const { namespace, name, files } = folder;
    const ref = stringifyEntityRef({ kind: 'api', namespace, name });
    const history = await this.#versions.history(scope, ref);
    if (!history) {
      return;
    }
    const known = new Set(history.versions.map(({ version }) => version));
    const imported: string[] = [];
    for (const [version, path] of inOrder(files)) {
      if (
        !known.has(version) &&
        (await this.#import(scope, ref, version, path))
      ) {
        imported.push(version);
      }
    }
    if (imported.length > 0) {
      this.#logger.info(`Imported ${imported.join(', ')} of ${ref}`);
    }
  }

  /** Lets a bad file cost only itself. */
  async #import(
    scope: Scope,
    ref: string,
    version: string,
    path: string,
  ): Promise<boolean> {
    try {
      const { request, publication } = await readVersionFile(path, version);
      await this.#publishing.publish(scope, ref, request, publication);
      return true;
    } catch (error) {
      this.#warnOnce(`Could not import ${path}: ${(error as Error).message}`);
      return false;
    }
  }

  #warnOnce(message: string): void {
    if (!this.#said.has(message)) {
      this.#said.add(message);
      this.#logger.warn(message);
    }
  }
}

/** What is no version is last; publishing says what is wrong with it. */
function inOrder(files: Map<string, string>): [string, string][] {
  const isVersion = ([name]: [string, string]) => valid(name) !== null;
  const entries = [...files];
  return [
    ...entries.filter(isVersion).sort(([a], [b]) => compare(a, b)),
    ...entries.filter(entry => !isVersion(entry)),
  ];
}
