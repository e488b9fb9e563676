import type { LoggerService } from '@backstage/backend-plugin-api';
import { AuthenticationError, NotAllowedError } from '@backstage/errors';
import type { KeyScope } from '@mcp-portal/plugin-mcp-cost-common';
import type { Request } from 'express';

import { systemScope } from '../access';
import type { CatalogDirectory } from '../catalog';
import type { Reporter } from '../ingestion';
import { isInUse } from './isInUse';
import type { KeyAuthenticator } from './KeyAuthenticator';
import { hasHash, idOfSecret } from './keySecret';
import { keyState } from './keyState';
import type { KeyStore, StoredKey } from './KeyStore';

/** How long a revoked key may work on, on other replicas. */
const KEEP_MS = 5_000;
/**
 * How old what is known may be when a key is not among it: it may have been made
 * on another replica. Whoever guesses keys causes one read in that time.
 */
const KEEP_FOR_UNKNOWN_MS = 1_000;
/** How exact `lastUsedAt` is. */
const TOUCH_EVERY_MS = 60_000;

const SCOPE = systemScope('service-keys');

const HOW_TO_SEND = `Send a service key of your team as "Authorization: Bearer mcpk_..."; it is made in the portal, on the team's page under Cost`;

/**
 * Knows all keys that work, read from the database every few seconds: a
 * request costs no query of its own.
 */
export class CachedKeyAuthenticator implements KeyAuthenticator {
  readonly #store: KeyStore;
  readonly #directory: CatalogDirectory;
  readonly #configuredIds: ReadonlySet<string>;
  readonly #logger: LoggerService;
  readonly #now: () => Date;
  readonly #touchedAtMs = new Map<string, number>();
  #known?: { keys: Map<string, StoredKey>; readAtMs: number };
  #reading?: Promise<Map<string, StoredKey>>;
  #forgotten = 0;

  constructor(options: {
    store: KeyStore;
    directory: CatalogDirectory;
    /** Of the keys from configuration, those that it still has. */
    configuredIds: ReadonlySet<string>;
    logger: LoggerService;
    now: () => Date;
  }) {
    this.#store = options.store;
    this.#directory = options.directory;
    this.#configuredIds = options.configuredIds;
    this.#logger = options.logger;
    this.#now = options.now;
  }

  async authenticate(request: Request, scope: KeyScope): Promise<Reporter> {
    const [, secret] =
      /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '') ?? [];
    if (!secret) {
      throw new AuthenticationError(`There is no service key. ${HOW_TO_SEND}`);
    }
    return this.verify(secret, scope);
  }

  async verify(secret: string, scope: KeyScope): Promise<Reporter> {
    const id = idOfSecret(secret);
    const key = id === undefined ? undefined : await this.#find(id);
    if (!key || !hasHash(secret, key.secretHash)) {
      throw new AuthenticationError(
        `There is no such service key: it is mistyped, revoked or ended. ${HOW_TO_SEND}`,
      );
    }
    const nowMs = this.#now().getTime();
    const { teams } = await this.#directory.current();
    const state = keyState(key, { nowMs, teamExists: teams.has(key.teamRef) });
    if (state !== 'active' && state !== 'expiring') {
      throw new AuthenticationError(
        state === 'orphaned'
          ? `The service key "${key.name}" works no more: ${key.teamRef} is not in the catalog`
          : `The service key "${key.name}" is ${state}; make another in the portal, on the team's page under Cost`,
      );
    }
    if (!key.scopes.includes(scope)) {
      throw new NotAllowedError(
        `The service key "${key.name}" is for ${key.scopes.join(
          ', ',
        )} and not for ${scope}; make one that is`,
      );
    }
    await this.#touch(key, nowMs);
    return { id: key.id, teamRef: key.teamRef, reportsFor: key.reportsFor };
  }

  forget(): void {
    // What is being read now may be from before the change.
    this.#forgotten += 1;
    this.#known = undefined;
    this.#reading = undefined;
  }

  async #find(id: string): Promise<StoredKey | undefined> {
    const known = this.#known;
    const ageMs = known ? this.#now().getTime() - known.readAtMs : Infinity;
    const key = known?.keys.get(id);
    if (ageMs < (key ? KEEP_MS : KEEP_FOR_UNKNOWN_MS)) {
      return key;
    }
    return (await this.#read()).get(id);
  }

  /** Several who need it at once share one read. */
  #read(): Promise<Map<string, StoredKey>> {
    if (!this.#reading) {
      const reading = this.#readNow().finally(() => {
        if (this.#reading === reading) {
          this.#reading = undefined;
        }
      });
      this.#reading = reading;
    }
    return this.#reading;
  }

  async #readNow(): Promise<Map<string, StoredKey>> {
    const readAtMs = this.#now().getTime();
    const forgotten = this.#forgotten;
    const keys = new Map(
      (await this.#store.list(SCOPE, { endsAfterMs: readAtMs }))
        .filter(key => isInUse(key, this.#configuredIds))
        .map(key => [key.id, key]),
    );
    if (this.#forgotten === forgotten) {
      this.#known = { keys, readAtMs };
    }
    for (const id of this.#touchedAtMs.keys()) {
      if (!keys.has(id)) {
        this.#touchedAtMs.delete(id);
      }
    }
    return keys;
  }

  async #touch(key: StoredKey, atMs: number): Promise<void> {
    const unlessSinceMs = atMs - TOUCH_EVERY_MS;
    const touchedAtMs = this.#touchedAtMs.get(key.id) ?? key.lastUsedAtMs ?? 0;
    if (touchedAtMs > unlessSinceMs) {
      return;
    }
    this.#touchedAtMs.set(key.id, atMs);
    try {
      await this.#store.touch(SCOPE, key.id, { atMs, unlessSinceMs });
    } catch (error) {
      this.#logger.warn(
        `That the service key ${key.id} was used could not be written down: ${error}`,
      );
    }
  }
}
