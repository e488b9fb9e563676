import {
  compareContracts,
  type CompareOptions,
} from '@mcp-portal/mcp-contract';
import type {
  ComparedContract,
  Comparison,
  ServerVersion,
} from '@mcp-portal/plugin-mcp-registry-common';
import { InputError, NotFoundError } from '@backstage/errors';
import { satisfies, valid } from 'semver';

import type { Scope } from '../access';
import type { DependentStore } from '../dependents/DependentStore';
import type { IntrospectionStore } from '../introspection/IntrospectionStore';
import { requireServer } from '../servers/requireServer';
import type { ServerStore } from '../servers/ServerStore';
import { findBroken } from './blastRadius';
import { noVersion, requireVersionOrLatest } from './requireVersion';
import { readRange } from './resolveVersion';
import type { VersionStore } from './VersionStore';

const SHA256 = /^[0-9a-f]{64}$/;

/**
 * Compares any two contracts of a server.
 */
export class ComparisonService {
  readonly #servers: ServerStore;
  readonly #introspection: IntrospectionStore;
  readonly #versions: VersionStore;
  readonly #dependents: DependentStore;
  readonly #severities: CompareOptions['severities'];

  constructor(options: {
    servers: ServerStore;
    introspection: IntrospectionStore;
    versions: VersionStore;
    dependents: DependentStore;
    severities: CompareOptions['severities'];
  }) {
    this.#servers = options.servers;
    this.#introspection = options.introspection;
    this.#versions = options.versions;
    this.#dependents = options.dependents;
    this.#severities = options.severities;
  }

  /**
   * @param query - versions, `latest`, `live`, or SHA-256s
   * @throws NotFoundError when the scope has no such server, or it no such contract
   * @throws InputError when a name can be none of these
   */
  async compare(
    scope: Scope,
    ref: string,
    query: { from: string; to: string },
  ): Promise<Comparison> {
    await requireServer(this.#servers, scope, ref);
    const versions = (await this.#versions.history(scope, ref))?.versions ?? [];
    const from = await this.#resolve(scope, ref, query.from, versions);
    const to = await this.#resolve(scope, ref, query.to, versions);
    const diff = compareContracts(from.contract, to.contract, {
      severities: this.#severities,
    });
    const users = (await this.#dependents.users(scope, [ref])).get(ref) ?? [];
    const affected = users.filter(user => {
      const range = readRange(user.versionRange);
      return !range || !from.version || satisfies(from.version, range);
    });
    return { from, to, diff, breaks: findBroken(affected, diff.changes) };
  }

  async #resolve(
    scope: Scope,
    ref: string,
    name: string,
    versions: ServerVersion[],
  ): Promise<ComparedContract> {
    if (name === 'live' || SHA256.test(name)) {
      return this.#resolveSnapshot(scope, ref, name, versions);
    }
    if (name !== 'latest' && valid(name) !== name) {
      throw new InputError(
        `${JSON.stringify(
          name,
        )} names no contract. Give a version, latest, live, or the SHA-256 of a snapshot.`,
      );
    }
    const { version, snapshot } = requireVersionOrLatest(versions, ref, name);
    const contract = await this.#versions.contract(scope, ref, version);
    if (!contract) {
      throw noVersion(ref, version);
    }
    return { name, version, snapshot, contract };
  }

  async #resolveSnapshot(
    scope: Scope,
    ref: string,
    name: string,
    versions: ServerVersion[],
  ): Promise<ComparedContract> {
    const publishedAs = (sha256: string) =>
      versions.find(
        item => item.snapshot === sha256 && item.status !== 'deleted',
      )?.version;
    const seen = await this.#introspection.getSnapshot(
      scope,
      ref,
      name === 'live' ? undefined : name,
    );
    if (seen) {
      const { snapshot, contract } = seen;
      return { name, version: publishedAs(snapshot), snapshot, contract };
    }
    const published = versions.find(item => item.snapshot === name);
    const contract =
      published &&
      (await this.#versions.contract(scope, ref, published.version));
    if (!contract) {
      throw new NotFoundError(
        name === 'live'
          ? `'${ref}' has never answered, so nothing of it is known to be live.`
          : `'${ref}' was never seen to offer snapshot ${name}, nor published it.`,
      );
    }
    return { name, version: publishedAs(name), snapshot: name, contract };
  }
}
