import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { parseEntityRef, RELATION_HAS_MEMBER } from '@backstage/catalog-model';
import { ServiceUnavailableError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';

import type { CatalogDirectory, CatalogSnapshot } from './CatalogDirectory';
import { readCatalogEntities } from './readCatalogEntities';
import { readSnapshot } from './readSnapshot';

/** How long a failure is the answer before the catalog is asked again. */
const RETRY_AFTER_MS = 1_000;

/**
 * Keeps the last good snapshot of the catalog in memory.
 */
export class CachedCatalogDirectory implements CatalogDirectory {
  readonly #catalog: CatalogService;
  readonly #auth: AuthService;
  readonly #logger: LoggerService;
  readonly #refreshMs: number;
  readonly #now: () => Date;
  #snapshot?: CatalogSnapshot;
  #reading?: Promise<CatalogSnapshot>;
  #failure?: { error: Error; atMs: number };

  constructor(options: {
    catalog: CatalogService;
    auth: AuthService;
    logger: LoggerService;
    refreshMs: number;
    now: () => Date;
  }) {
    this.#catalog = options.catalog;
    this.#auth = options.auth;
    this.#logger = options.logger;
    this.#refreshMs = options.refreshMs;
    this.#now = options.now;
  }

  async current(): Promise<CatalogSnapshot> {
    const nowMs = this.#now().getTime();
    if (!this.#snapshot) {
      return this.#firstSnapshot(nowMs);
    }
    if (
      nowMs - this.#snapshot.readAt.getTime() >= this.#refreshMs &&
      !this.#failedSince(nowMs - RETRY_AFTER_MS)
    ) {
      // Nobody waits for it; that it failed is logged.
      this.refresh().catch(() => {});
    }
    return this.#snapshot;
  }

  /**
   * Reads the catalog now; several who ask at once share the answer.
   *
   * @throws ServiceUnavailableError when it can't be read
   */
  refresh(): Promise<CatalogSnapshot> {
    this.#reading ??= this.#read().finally(() => {
      this.#reading = undefined;
    });
    return this.#reading;
  }

  async membersOf(teamRef: string): Promise<string[]> {
    const team = await this.#catalog.getEntityByRef(teamRef, {
      credentials: await this.#auth.getOwnServiceCredentials(),
    });
    return (team?.relations ?? [])
      .filter(
        ({ type, targetRef }) =>
          type === RELATION_HAS_MEMBER &&
          parseEntityRef(targetRef).kind.toLocaleLowerCase('en-US') === 'user',
      )
      .map(({ targetRef }) => targetRef.toLocaleLowerCase('en-US'));
  }

  async #firstSnapshot(nowMs: number): Promise<CatalogSnapshot> {
    if (this.#failure && this.#failedSince(nowMs - RETRY_AFTER_MS)) {
      throw this.#failure.error;
    }
    return this.refresh();
  }

  #failedSince(ms: number): boolean {
    return this.#failure !== undefined && this.#failure.atMs > ms;
  }

  async #read(): Promise<CatalogSnapshot> {
    const readAt = this.#now();
    try {
      const snapshot = readSnapshot(
        await readCatalogEntities({ catalog: this.#catalog, auth: this.#auth }),
        readAt,
      );
      // It starts empty, and empties when its source fails; that everybody left
      // is less likely.
      if (snapshot.teams.size === 0) {
        throw new Error('it has no teams');
      }
      this.#snapshot = snapshot;
      this.#failure = undefined;
      return snapshot;
    } catch (cause) {
      const error = new ServiceUnavailableError(
        'The catalog could not be read, so nobody knows whose usage it is; try again in a minute',
        cause,
      );
      if (!this.#failure) {
        this.#logger.warn(
          `The catalog could not be read; ${
            this.#snapshot
              ? `what was read at ${this.#snapshot.readAt.toISOString()} is used on`
              : 'usage is refused until it can'
          }: ${cause}`,
        );
      }
      this.#failure = { error, atMs: this.#now().getTime() };
      throw error;
    }
  }
}
