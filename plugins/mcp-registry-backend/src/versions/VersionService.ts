import type {
  BlastRadius,
  Page,
  PageQuery,
  ServerVersion,
  ServerVersionDetail,
} from '@mcp-portal/plugin-mcp-registry-common';
import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import { valid } from 'semver';

import { countingScope, type Scope } from '../access';
import type { DependentStore } from '../dependents/DependentStore';
import { parseRef } from '../http/parseRef';
import { requireServer } from '../servers/requireServer';
import type { ServerStore } from '../servers/ServerStore';
import { breakAll } from './blastRadius';
import { DeletionRefusal } from './DeletionRefusal';
import { readDay, readReason } from './readText';
import { requireManageable } from './requireManageable';
import { readRange, resolveVersion } from './resolveVersion';
import type { VersionStore } from './VersionStore';

const DEFAULT_LIMIT = 25;

/**
 * Shows published versions, and takes them back. Every method throws
 * `NotFoundError` when the scope has no such server or version.
 */
export class VersionService {
  readonly #servers: ServerStore;
  readonly #versions: VersionStore;
  readonly #dependents: DependentStore;

  constructor(options: {
    servers: ServerStore;
    versions: VersionStore;
    dependents: DependentStore;
  }) {
    this.#servers = options.servers;
    this.#versions = options.versions;
    this.#dependents = options.dependents;
  }

  async list(
    scope: Scope,
    ref: string,
    page: PageQuery,
  ): Promise<Page<ServerVersion>> {
    const versions = await this.#list(scope, ref);
    const offset = page.offset ?? 0;
    return {
      totalItems: versions.length,
      items: versions.slice(offset, offset + (page.limit ?? DEFAULT_LIMIT)),
    };
  }

  /** @param name - a version, or `latest` */
  async get(
    scope: Scope,
    ref: string,
    name: string,
  ): Promise<ServerVersionDetail> {
    const { version } = await this.#find(scope, ref, name);
    const kept = await this.#versions.get(scope, ref, version);
    if (!kept) {
      throw noVersion(ref, name);
    }
    const { requiredBump, smallestVersion, ...detail } = kept;
    const { base } = detail;
    const baseContract =
      base && (await this.#versions.contracts(scope, ref, [base])).get(base);
    return { ...detail, ...(baseContract && { baseContract }) };
  }

  /**
   * @throws NotAllowedError when the caller may not publish
   * @throws InputError when the replacement or the day is none
   * @throws ConflictError when the version is deleted
   */
  async deprecate(
    scope: Scope,
    ref: string,
    version: string,
    request: {
      by: string;
      reason: string;
      replacement?: string;
      sunsetOn?: string;
    },
  ): Promise<ServerVersion> {
    await requireManageable(this.#servers, scope, ref);
    await this.#requireKept(scope, ref, version);
    const { by, replacement, sunsetOn } = request;
    await this.#versions.deprecate(scope, ref, version, {
      by,
      at: new Date().toISOString(),
      reason: readReason(request.reason, 'the deprecation'),
      ...(replacement && {
        replacement: await this.#readReplacement(scope, {
          ref,
          version,
          replacement,
        }),
      }),
      ...(sunsetOn && { sunsetOn: readDay(sunsetOn) }),
    });
    return this.#find(scope, ref, version);
  }

  /** As {@link deprecate}. */
  async restore(
    scope: Scope,
    ref: string,
    version: string,
  ): Promise<ServerVersion> {
    await requireManageable(this.#servers, scope, ref);
    await this.#requireKept(scope, ref, version);
    await this.#versions.deprecate(scope, ref, version, undefined);
    return this.#find(scope, ref, version);
  }

  /**
   * Deletes a version that nothing depends on, or for a reason.
   *
   * @throws NotAllowedError when the caller may not publish
   * @throws DeletionRefusal when something depends on it, without a reason
   */
  async delete(
    scope: Scope,
    ref: string,
    version: string,
    request: { by: string; reason?: string },
  ): Promise<ServerVersion> {
    await requireManageable(this.#servers, scope, ref);
    const found = await this.#find(scope, ref, version);
    if (found.status === 'deleted') {
      return found;
    }
    if (request.reason === undefined) {
      await this.#refuseIfUsed(scope, ref, version);
    }
    await this.#versions.delete(scope, ref, version, {
      by: request.by,
      at: new Date().toISOString(),
      reason:
        request.reason === undefined
          ? 'Nothing depended on it.'
          : readReason(request.reason, 'the deletion'),
    });
    return this.#find(scope, ref, version);
  }

  async #refuseIfUsed(
    scope: Scope,
    ref: string,
    version: string,
  ): Promise<void> {
    const visible = await this.#usersOf(scope, ref, version);
    const all = await this.#usersOf(countingScope(scope), ref, version);
    if (all.total > 0) {
      throw new DeletionRefusal({
        ref,
        version,
        visible,
        hidden: all.total - visible.total,
      });
    }
  }

  async #usersOf(
    scope: Scope,
    ref: string,
    version: string,
  ): Promise<BlastRadius> {
    const versions = await this.#list(scope, ref);
    const users = (await this.#dependents.users(scope, [ref])).get(ref) ?? [];
    return breakAll(
      users.filter(
        user =>
          resolveVersion(versions, readRange(user.versionRange))?.version ===
          version,
      ),
    );
  }

  /** A version of the same server, or another server that the caller knows. */
  async #readReplacement(
    scope: Scope,
    asked: { ref: string; version: string; replacement: string },
  ): Promise<string> {
    const { ref, version, replacement } = asked;
    if (valid(replacement) === replacement) {
      const versions = await this.#list(scope, ref);
      const found = versions.find(item => item.version === replacement);
      if (!found || found.status === 'deleted' || replacement === version) {
        throw new InputError(
          `${replacement} can't replace ${version}: name another version of '${ref}' that is published.`,
        );
      }
      return replacement;
    }
    const serverRef = parseRef(replacement, 'api');
    if (!(await this.#servers.get(scope, serverRef))) {
      throw new InputError(
        `There is no server '${serverRef}' to replace ${version}. Name a version of '${ref}', or another server.`,
      );
    }
    return serverRef;
  }

  async #requireKept(
    scope: Scope,
    ref: string,
    version: string,
  ): Promise<void> {
    const { status } = await this.#find(scope, ref, version);
    if (status === 'deleted') {
      throw new ConflictError(
        `${version} of '${ref}' is deleted, which can't be taken back. Publish its contract as a new version.`,
      );
    }
  }

  async #find(scope: Scope, ref: string, name: string): Promise<ServerVersion> {
    const versions = await this.#list(scope, ref);
    const found = versions.find(item =>
      name === 'latest' ? item.latest : item.version === name,
    );
    if (!found) {
      throw noVersion(ref, name);
    }
    return found;
  }

  async #list(scope: Scope, ref: string): Promise<ServerVersion[]> {
    await requireServer(this.#servers, scope, ref);
    return (await this.#versions.history(scope, ref))?.versions ?? [];
  }
}

function noVersion(ref: string, name: string): NotFoundError {
  return new NotFoundError(
    name === 'latest'
      ? `No release of '${ref}' is active. List its versions to see what became of them.`
      : `'${ref}' has no version ${name}. List its versions for those that it has.`,
  );
}
