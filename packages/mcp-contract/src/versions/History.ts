import semver, { type SemVer } from 'semver';

import { compareContracts, type CompareOptions } from '../diff';
import type { ContractDiff } from '../diff/change';
import type { Contract } from '../snapshot/contract';
import { isSameLine } from './bumps';
import type { PublishedContract } from './judgement';
import { parseVersion } from './parseVersion';

/** A release that others must stay compatible with, or be compatible to. */
export interface Release {
  version: SemVer;
  contract: Contract;
}

/**
 * What was published, and how one candidate differs from it. Each difference
 * is worked out when it is asked for, and once.
 */
export class History {
  /** Lowest first. Prereleases promise nothing, so they are none. */
  readonly releases: readonly Release[];
  readonly #taken: ReadonlySet<string>;
  readonly #candidate: Contract;
  readonly #options: CompareOptions;
  readonly #diffs = new Map<string, ContractDiff>();

  constructor(options: {
    published: readonly PublishedContract[];
    taken: readonly string[];
    candidate: Contract;
    compare: CompareOptions;
  }) {
    this.releases = options.published
      .map(({ version, contract }) => ({
        version: parseVersion(version),
        contract,
      }))
      .filter(({ version }) => version.prerelease.length === 0)
      .sort((a, b) => semver.compare(a.version, b.version));
    this.#taken = new Set([
      ...options.taken,
      ...options.published.map(({ version }) => version),
    ]);
    this.#candidate = options.candidate;
    this.#options = options.compare;
  }

  isTaken(version: SemVer): boolean {
    return this.#taken.has(version.version);
  }

  /** The newest release below a version. */
  baseOf(version: SemVer): Release | undefined {
    return this.releases
      .filter(release => semver.lt(release.version, version))
      .pop();
  }

  /** The next release above a version that it must not break. */
  successorOf(version: SemVer): Release | undefined {
    return version.prerelease.length > 0
      ? undefined
      : this.releases.find(
          release =>
            semver.gt(release.version, version) &&
            isSameLine(release.version, version),
        );
  }

  diffFrom(base: Release): ContractDiff {
    return this.#remember(`from ${base.version}`, () =>
      compareContracts(base.contract, this.#candidate, this.#options),
    );
  }

  diffTo(successor: Release): ContractDiff {
    return this.#remember(`to ${successor.version}`, () =>
      compareContracts(this.#candidate, successor.contract, this.#options),
    );
  }

  diffBetween(base: Release, successor: Release): ContractDiff {
    return this.#remember(`${base.version} ${successor.version}`, () =>
      compareContracts(base.contract, successor.contract, this.#options),
    );
  }

  #remember(key: string, compare: () => ContractDiff): ContractDiff {
    const known = this.#diffs.get(key) ?? compare();
    this.#diffs.set(key, known);
    return known;
  }
}
