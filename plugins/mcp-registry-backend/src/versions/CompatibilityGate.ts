import {
  type CompareOptions,
  type Contract,
  judgeVersionFetching,
  requiredBump,
} from '@mcp-portal/mcp-contract';
import type { GateReport } from '@mcp-portal/plugin-mcp-registry-common';

import type { Scope } from '../access';
import type { DependentStore } from '../dependents/DependentStore';
import { findBroken } from './blastRadius';
import { publishedVersions } from './publishedVersions';
import { readRange, takesNew } from './resolveVersion';
import type { KeptVersion, VersionHistory, VersionStore } from './VersionStore';

/**
 * Says whether a contract may be published as a version, and whom it breaks.
 */
export class CompatibilityGate {
  readonly #versions: VersionStore;
  readonly #dependents: DependentStore;
  readonly #severities: CompareOptions['severities'];

  constructor(options: {
    versions: VersionStore;
    dependents: DependentStore;
    severities: CompareOptions['severities'];
  }) {
    this.#versions = options.versions;
    this.#dependents = options.dependents;
    this.#severities = options.severities;
  }

  async judge(
    scope: Scope,
    ref: string,
    candidate: {
      version: string;
      contract: Contract;
      sha256: string;
      accepted: string[];
    },
    { versions }: VersionHistory,
  ): Promise<GateReport> {
    const { version, contract } = candidate;
    const { taken: _taken, ...judgement } = await judgeVersionFetching({
      ...publishedVersions(scope, ref, versions, this.#versions),
      version,
      contract,
      severities: this.#severities,
      accepted: candidate.accepted,
    });
    return {
      ...judgement,
      version,
      snapshot: candidate.sha256,
      breaks: await this.#findBroken(scope, ref, version, {
        versions,
        changes: judgement.diff?.changes ?? [],
      }),
    };
  }

  /** How a version was judged when it was published, and whom it breaks now. */
  async recall(
    scope: Scope,
    ref: string,
    kept: KeptVersion,
    { versions }: VersionHistory,
  ): Promise<GateReport> {
    const { version, snapshot, base, verdict, changes } = kept;
    return {
      accepted: true,
      version,
      snapshot,
      base,
      diff: base
        ? { verdict, requiredBump: requiredBump(verdict), changes }
        : undefined,
      requiredBump: kept.requiredBump,
      smallestVersion: kept.smallestVersion,
      breaks: await this.#findBroken(scope, ref, version, {
        versions: versions.filter(item => item.version !== version),
        changes,
      }),
    };
  }

  async #findBroken(
    scope: Scope,
    ref: string,
    version: string,
    known: {
      versions: VersionHistory['versions'];
      changes: KeptVersion['changes'];
    },
  ) {
    const users = (await this.#dependents.users(scope, [ref])).get(ref) ?? [];
    return findBroken(
      users.filter(user =>
        takesNew(version, readRange(user.versionRange), known.versions),
      ),
      known.changes,
    );
  }
}
