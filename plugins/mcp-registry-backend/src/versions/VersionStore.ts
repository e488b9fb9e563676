import type {
  Bump,
  Change,
  Contract,
  Snapshot,
  Verdict,
} from '@mcp-portal/mcp-contract';
import type {
  Act,
  Deprecation,
  ServerVersion,
} from '@mcp-portal/plugin-mcp-registry-common';

import type { Scope } from '../access';
import type { Candidate } from './resolveVersion';

/**
 * The versions of a server at one moment.
 */
export interface VersionHistory {
  /** Rises with each change, so that a writer can tell whether it is outdated. */
  revision: number;
  /** Newest first, the deleted ones too. */
  versions: ServerVersion[];
}

/**
 * A version with what only its own page shows.
 */
export interface KeptVersion extends ServerVersion {
  contract: Contract;
  changes: Change[];
  requiredBump: Bump;
  smallestVersion: string;
  serverJson?: object;
}

/**
 * A version as it is about to be kept, with how it was judged.
 */
export interface VersionDraft {
  version: string;
  /** SHA-256 of its snapshot. */
  sha256: string;
  /** To be kept; absent when it is kept already. */
  snapshot?: Snapshot;
  serverJson?: object;
  changelog?: string;
  publishedAt: Date;
  publishedBy: string;
  base?: string;
  verdict: Verdict;
  changes: Change[];
  requiredBump: Bump;
  smallestVersion: string;
  override?: Act;
  acceptance?: Act & { changes: string[] };
  deprecation?: Deprecation;
}

/**
 * Keeps what was published, and what became of it.
 */
export interface VersionStore {
  /** Undefined when there is no such server in scope. */
  history(scope: Scope, ref: string): Promise<VersionHistory | undefined>;
  /** Undefined when there is no such version, or no such server in scope. */
  get(
    scope: Scope,
    ref: string,
    version: string,
  ): Promise<KeptVersion | undefined>;
  /**
   * The contract of one version; undefined as with `get`. They are large, and a
   * history has many of them: nobody gets more than one at a time.
   */
  contract(
    scope: Scope,
    ref: string,
    version: string,
  ): Promise<Contract | undefined>;
  /**
   * The versions of servers in scope, newest first, by the servers' refs.
   */
  candidates(scope: Scope, refs: string[]): Promise<Map<string, Candidate[]>>;
  /**
   * Keeps a version, if the history is still the one that it was judged by.
   * False when it is not, or the scope does not allow it.
   */
  publish(
    scope: Scope,
    ref: string,
    draft: VersionDraft,
    revision: number,
  ): Promise<boolean>;
  /**
   * Deprecates a version that is not deleted, or makes it active again when
   * there is no deprecation. False when there is none, or the scope does not
   * allow it; so do the others.
   */
  deprecate(
    scope: Scope,
    ref: string,
    version: string,
    deprecation: Deprecation | undefined,
  ): Promise<boolean>;
  /** With a revision only if the history is still that one. */
  delete(
    scope: Scope,
    ref: string,
    version: string,
    deletion: Act,
    revision?: number,
  ): Promise<boolean>;
}
