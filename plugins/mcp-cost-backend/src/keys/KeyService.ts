import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import type {
  NewServiceKey,
  RotationRequest,
  ServiceKey,
  ServiceKeyRequest,
} from '@mcp-portal/plugin-mcp-cost-common';

import type { CostScope } from '../access';
import type { CatalogDirectory, CatalogSnapshot } from '../catalog';
import { CONFIGURED, isInUse } from './isInUse';
import type { KeyAuthenticator } from './KeyAuthenticator';
import { createKeySecret, hashSecret, prefixOfKey } from './keySecret';
import { DAY_MS, keyState } from './keyState';
import type { KeyStore, StoredKey } from './KeyStore';

export const MAX_VALID_DAYS = 90;
const DEFAULT_OVERLAP_DAYS = 7;
const MAX_KEYS = 20;
/** While old keys work beside those that replace them. */
const MAX_KEYS_ROTATING = 2 * MAX_KEYS;

/** The rules of service keys. */
export class KeyService {
  readonly #store: KeyStore;
  readonly #directory: CatalogDirectory;
  readonly #authenticator: KeyAuthenticator;
  readonly #configuredIds: ReadonlySet<string>;
  readonly #now: () => Date;

  constructor(options: {
    store: KeyStore;
    directory: CatalogDirectory;
    authenticator: KeyAuthenticator;
    configuredIds: ReadonlySet<string>;
    now: () => Date;
  }) {
    this.#store = options.store;
    this.#directory = options.directory;
    this.#authenticator = options.authenticator;
    this.#configuredIds = options.configuredIds;
    this.#now = options.now;
  }

  /** @throws NotAllowedError for whoever is neither in the team nor an administrator */
  async list(scope: CostScope, teamRef: string): Promise<ServiceKey[]> {
    requireMember(scope, teamRef);
    const catalog = await this.#directory.current();
    const keys = await this.#store.list(scope, { teamRef });
    return keys
      .filter(key => isInUse(key, this.#configuredIds))
      .map(key => this.#describe(key, catalog));
  }

  /**
   * @throws NotAllowedError for whoever is neither in the team nor an administrator
   * @throws NotFoundError when the catalog has no such team
   * @throws ConflictError when it has as many keys as it may
   */
  async create(
    scope: CostScope,
    teamRef: string,
    request: ServiceKeyRequest,
  ): Promise<NewServiceKey> {
    requireMember(scope, teamRef);
    const catalog = await this.#directory.current();
    requireTeam(catalog, teamRef);
    const nowMs = this.#now().getTime();
    const { name, scopes, validDays = MAX_VALID_DAYS } = request;
    const { stored, secret } = newKey({
      teamRef,
      name: readName(name),
      scopes: [...new Set(scopes)],
      createdBy: scope.actor,
      createdAtMs: nowMs,
      expiresAtMs: nowMs + validDays * DAY_MS,
      reportsFor: [],
    });
    await this.#store.add(scope, stored, { keys: MAX_KEYS, nowMs });
    this.#authenticator.forget();
    return { key: this.#describe(stored, catalog), secret };
  }

  /**
   * Makes a key that takes over what another may; that one works on for the
   * overlap, but not longer than it would have.
   *
   * @throws NotFoundError when the caller knows no such key
   * @throws ConflictError when it does not work any more, or was rotated already
   */
  async rotate(
    scope: CostScope,
    id: string,
    { overlapDays = DEFAULT_OVERLAP_DAYS }: RotationRequest,
  ): Promise<NewServiceKey> {
    const old = await this.#get(scope, id);
    if (old.createdBy === CONFIGURED) {
      throw new ConflictError(
        `"${old.name}" is set by the configuration; give its environment variable another key`,
      );
    }
    const catalog = await this.#directory.current();
    requireTeam(catalog, old.teamRef);
    const nowMs = this.#now().getTime();
    const { stored, secret } = newKey({
      teamRef: old.teamRef,
      name: old.name,
      scopes: old.scopes,
      createdBy: scope.actor,
      createdAtMs: nowMs,
      expiresAtMs: nowMs + MAX_VALID_DAYS * DAY_MS,
      reportsFor: old.reportsFor,
    });
    const replaced = await this.#store.replace(scope, id, {
      by: stored,
      endsAtMs: Math.min(old.expiresAtMs, nowMs + overlapDays * DAY_MS),
      limit: { keys: MAX_KEYS_ROTATING, nowMs },
    });
    if (!replaced) {
      throw new ConflictError(
        `"${old.name}" was rotated already, or works no more; make a new key`,
      );
    }
    this.#authenticator.forget();
    return { key: this.#describe(stored, catalog), secret };
  }

  /**
   * Ends a key now; to do it again changes nothing.
   *
   * @throws NotFoundError when the caller knows no such key
   */
  async revoke(scope: CostScope, id: string): Promise<ServiceKey> {
    const key = await this.#get(scope, id);
    if (key.createdBy === CONFIGURED && !scope.mayDelegate) {
      throw new NotAllowedError(
        `"${key.name}" is set by the configuration; an administrator takes it away`,
      );
    }
    await this.#store.revoke(scope, id, this.#now().getTime());
    this.#authenticator.forget();
    return this.#described(scope, id);
  }

  /**
   * Says which other teams a key may report for.
   *
   * @throws NotAllowedError for whoever is no administrator
   * @throws InputError when the catalog has no such team
   */
  async setTeams(
    scope: CostScope,
    id: string,
    teamRefs: string[],
  ): Promise<ServiceKey> {
    if (!scope.mayDelegate) {
      throw new NotAllowedError(
        'Only an administrator lets a key report for other teams',
      );
    }
    const key = await this.#get(scope, id);
    const { teams } = await this.#directory.current();
    const missing = teamRefs.find(ref => !teams.has(ref));
    if (missing !== undefined) {
      throw new InputError(`${missing} is no team in the catalog`);
    }
    await this.#store.setTeams(
      scope,
      id,
      [...new Set(teamRefs)].filter(ref => ref !== key.teamRef),
    );
    this.#authenticator.forget();
    return this.#described(scope, id);
  }

  async #get(scope: CostScope, id: string): Promise<StoredKey> {
    const key = await this.#store.find(scope, id);
    if (!key) {
      throw new NotFoundError(`There is no service key ${id}`);
    }
    return key;
  }

  async #described(scope: CostScope, id: string): Promise<ServiceKey> {
    const catalog = await this.#directory.current();
    return this.#describe(await this.#get(scope, id), catalog);
  }

  #describe(key: StoredKey, catalog: CatalogSnapshot): ServiceKey {
    const nowMs = this.#now().getTime();
    const state = keyState(key, {
      nowMs,
      teamExists: catalog.teams.has(key.teamRef),
    });
    return {
      id: key.id,
      teamRef: key.teamRef,
      name: key.name,
      scopes: key.scopes,
      prefix: prefixOfKey(key.id),
      createdBy: key.createdBy,
      createdAt: new Date(key.createdAtMs).toISOString(),
      expiresAt: new Date(key.expiresAtMs).toISOString(),
      lastUsedAt: isoOf(key.lastUsedAtMs),
      revokedAt: isoOf(key.revokedAtMs),
      replacedBy: key.replacedBy,
      state,
      reportsFor: key.reportsFor,
      mayManage:
        key.createdBy !== CONFIGURED &&
        state !== 'revoked' &&
        state !== 'expired',
    };
  }
}

function newKey(key: Omit<StoredKey, 'id' | 'secretHash'>): {
  stored: StoredKey;
  secret: string;
} {
  const { id, secret } = createKeySecret();
  return { stored: { ...key, id, secretHash: hashSecret(secret) }, secret };
}

function requireMember(scope: CostScope, teamRef: string): void {
  if (
    !scope.mayDelegate &&
    scope.memberOf !== 'all' &&
    !scope.memberOf.includes(teamRef)
  ) {
    throw new NotAllowedError(
      `Only members of ${teamRef} and administrators see and make its service keys`,
    );
  }
}

function requireTeam(catalog: CatalogSnapshot, teamRef: string): void {
  if (!catalog.teams.has(teamRef)) {
    throw new NotFoundError(
      `${teamRef} is no team in the catalog; keys belong to teams that are`,
    );
  }
}

function readName(name: string): string {
  const plain = name.replace(/[\p{C}\p{Z}]+/gu, ' ').trim();
  if (!plain) {
    throw new InputError('Give the key a name that says what uses it');
  }
  return plain;
}

function isoOf(ms: number | undefined): string | undefined {
  return ms === undefined ? undefined : new Date(ms).toISOString();
}
