import semver, { type SemVer } from 'semver';

import { compareContracts, type CompareOptions } from '../diff';
import type { ContractDiff } from '../diff/change';
import type { Contract } from '../snapshot/contract';
import { isSameLine } from './bumps';
import type { NeedsContracts } from './contractRequests';
import { parseVersion } from './parseVersion';

/**
 * What was published, and how one candidate differs from it. Each difference
 * is worked out when it is asked for, and once.
 */
export class History {
  /** Lowest first. Prereleases promise nothing, so they are none. */
  readonly releases: readonly SemVer[];
  readonly #taken: ReadonlySet<string>;
  readonly #candidate: Contract;
  readonly #options: CompareOptions;
  readonly #contracts = new Map<string, Contract>();
  readonly #diffs = new Map<string, ContractDiff>();

  constructor(options: {
    /** Versions that are published and still count. */
    published: readonly string[];
    taken: readonly string[];
    candidate: Contract;
    compare: CompareOptions;
  }) {
    this.releases = options.published
      .map(parseVersion)
      .filter(version => version.prerelease.length === 0)
      .sort(semver.compare);
    this.#taken = new Set([...options.taken, ...options.published]);
    this.#candidate = options.candidate;
    this.#options = options.compare;
  }

  isTaken(version: SemVer): boolean {
    return this.#taken.has(version.version);
  }

  /** The newest release below a version. */
  baseOf(version: SemVer): SemVer | undefined {
    return this.releases.filter(release => semver.lt(release, version)).pop();
  }

  /** The next release above a version that it must not break. */
  successorOf(version: SemVer): SemVer | undefined {
    return version.prerelease.length > 0
      ? undefined
      : this.releases.find(
          release =>
            semver.gt(release, version) && isSameLine(release, version),
        );
  }

  *diffFrom(base: SemVer): NeedsContracts<ContractDiff> {
    const key = `from ${base.version}`;
    return (
      this.#diffs.get(key) ??
      this.#compare(key, yield* this.#contractOf(base), this.#candidate)
    );
  }

  *diffTo(successor: SemVer): NeedsContracts<ContractDiff> {
    const key = `to ${successor.version}`;
    return (
      this.#diffs.get(key) ??
      this.#compare(key, this.#candidate, yield* this.#contractOf(successor))
    );
  }

  *diffBetween(base: SemVer, successor: SemVer): NeedsContracts<ContractDiff> {
    const key = `${base.version} ${successor.version}`;
    return (
      this.#diffs.get(key) ??
      this.#compare(
        key,
        yield* this.#contractOf(base),
        yield* this.#contractOf(successor),
      )
    );
  }

  *#contractOf({ version }: SemVer): NeedsContracts<Contract> {
    const contract = this.#contracts.get(version) ?? (yield version);
    this.#contracts.set(version, contract);
    return contract;
  }

  #compare(key: string, before: Contract, after: Contract): ContractDiff {
    const diff = compareContracts(before, after, this.#options);
    this.#diffs.set(key, diff);
    return diff;
  }
}
