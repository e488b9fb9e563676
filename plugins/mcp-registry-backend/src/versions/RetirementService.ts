import type {
  BlastRadius,
  Deprecation,
  ServerVersion,
} from '@mcp-portal/plugin-mcp-registry-common';
import { ConflictError, InputError } from '@backstage/errors';
import { valid } from 'semver';

import { countingScope, type Scope } from '../access';
import type { DependentStore } from '../dependents/DependentStore';
import { parseRef } from '@mcp-portal/plugin-mcp-node';
import type { ServerStore } from '../servers/ServerStore';
import { breakAll } from './blastRadius';
import { DeletionRefusal } from './DeletionRefusal';
import { readDay, readReason } from './readText';
import { requireManageable } from './requireManageable';
import { requireVersion } from './requireVersion';
import { readRange, resolveVersion } from './resolveVersion';
import type { VersionHistory, VersionStore } from './VersionStore';

/** Of those who change the versions at once, one gets through each time. */
const MAX_TRIES = 30;

/**
 * Takes published versions back. Every method throws `NotFoundError` when the
 * scope has no such server or version, and `NotAllowedError` when the caller
 * may only read it.
 */
export class RetirementService {
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

  /**
   * Says that a version is on its way out, or says it anew.
   *
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
    const { versions } = await this.#requireHistory(scope, ref);
    const { by, replacement, sunsetOn } = request;
    requireKept(versions, ref, version);
    return this.#setDeprecation(scope, ref, version, {
      by,
      at: new Date().toISOString(),
      reason: readReason(request.reason, 'the deprecation'),
      ...(replacement && {
        replacement: await this.#readReplacement(scope, ref, replacement, {
          version,
          versions,
        }),
      }),
      ...(sunsetOn && { sunsetOn: readDay(sunsetOn) }),
    });
  }

  /** @throws ConflictError when the version is deleted */
  async restore(
    scope: Scope,
    ref: string,
    version: string,
  ): Promise<ServerVersion> {
    const { versions } = await this.#requireHistory(scope, ref);
    requireKept(versions, ref, version);
    return this.#setDeprecation(scope, ref, version, undefined);
  }

  /**
   * Deletes a version that nothing depends on, or for a reason.
   *
   * @throws DeletionRefusal when something depends on it, without a reason
   */
  async delete(
    scope: Scope,
    ref: string,
    version: string,
    request: { by: string; reason?: string },
  ): Promise<ServerVersion> {
    const { by } = request;
    // Which version an agent takes turns on all of them: when another one is
    // taken back in between, it is looked at again who depends on this one.
    for (let tries = 0; tries < MAX_TRIES; tries++) {
      const history = await this.#requireHistory(scope, ref);
      const found = requireVersion(history.versions, ref, version);
      if (found.status === 'deleted') {
        return found;
      }
      const reason =
        request.reason === undefined
          ? await this.#whyUnused(scope, ref, version, history)
          : readReason(request.reason, 'the deletion');
      const deletion = { by, at: new Date().toISOString(), reason };
      const { revision } = history;
      if (
        await this.#versions.delete(scope, ref, version, deletion, revision)
      ) {
        return this.#get(scope, ref, version);
      }
    }
    throw new ConflictError(
      `Too many others change the versions of '${ref}' right now. Try again.`,
    );
  }

  async #whyUnused(
    scope: Scope,
    ref: string,
    version: string,
    { versions }: VersionHistory,
  ): Promise<string> {
    const usersIn = async (extent: Scope): Promise<BlastRadius> => {
      const users = await this.#dependents.users(extent, [ref]);
      return breakAll(
        (users.get(ref) ?? []).filter(
          ({ versionRange }) =>
            resolveVersion(versions, readRange(versionRange))?.version ===
            version,
        ),
      );
    };
    const visible = await usersIn(scope);
    const { total } = await usersIn(countingScope(scope));
    if (total > 0) {
      const hidden = total > visible.total;
      throw new DeletionRefusal({ ref, version, visible, hidden });
    }
    return 'Nothing depended on it.';
  }

  /** Who deletes it in the meantime has the last word. */
  async #setDeprecation(
    scope: Scope,
    ref: string,
    version: string,
    deprecation: Deprecation | undefined,
  ): Promise<ServerVersion> {
    if (!(await this.#versions.deprecate(scope, ref, version, deprecation))) {
      throw isDeleted(ref, version);
    }
    return this.#get(scope, ref, version);
  }

  /** A version of the same server, or another server that the caller knows. */
  async #readReplacement(
    scope: Scope,
    ref: string,
    replacement: string,
    { version, versions }: { version: string; versions: ServerVersion[] },
  ): Promise<string> {
    if (valid(replacement) === replacement) {
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

  async #get(
    scope: Scope,
    ref: string,
    version: string,
  ): Promise<ServerVersion> {
    const { versions } = await this.#requireHistory(scope, ref);
    return requireVersion(versions, ref, version);
  }

  async #requireHistory(scope: Scope, ref: string): Promise<VersionHistory> {
    await requireManageable(this.#servers, scope, ref);
    return (
      (await this.#versions.history(scope, ref)) ?? {
        revision: 0,
        versions: [],
      }
    );
  }
}

function requireKept(
  versions: ServerVersion[],
  ref: string,
  version: string,
): void {
  if (requireVersion(versions, ref, version).status === 'deleted') {
    throw isDeleted(ref, version);
  }
}

function isDeleted(ref: string, version: string): ConflictError {
  return new ConflictError(
    `${version} of '${ref}' is deleted, which can't be taken back. Publish its contract as a new version.`,
  );
}
