import type { ChangeClass, Contract } from '@mcp-portal/mcp-contract';
import type {
  Act,
  ChangedServer,
  Page,
  PageQuery,
  Visibility,
} from '@mcp-portal/plugin-mcp-registry-common';

import type { Scope } from '../access';

/** What names a drift: the same difference is told of once. */
export interface DriftKey {
  /** The server's ref. */
  ref: string;
  /** The version that it was compared with. */
  version: string;
  /** SHA-256 of what is live. */
  snapshot: string;
}

/**
 * A drift as it is kept. It is open because of what is live and published now,
 * whatever was written of it before.
 */
export interface KeptDrift extends DriftKey {
  server: ChangedServer;
  visibility: Visibility;
  /** ISO instants, UTC. */
  firstSeenAt: string;
  lastSeenAt: string;
  /** The worst class among what differs, by these settings; absent until judged. */
  judged?: { class: ChangeClass; settings: string };
  notifiedAt?: string;
  acknowledgement?: Act;
}

/** Both sides of a drift. */
export interface DriftContracts {
  published: Contract;
  live: Contract;
}

/**
 * Knows which live servers do not offer what is published.
 */
export interface DriftStore {
  /** Open drifts of servers in scope, those that nobody acknowledged first. */
  list(scope: Scope, page: PageQuery): Promise<Page<KeptDrift>>;
  /** Undefined when there is none, or no such server in scope. */
  get(scope: Scope, ref: string): Promise<KeptDrift | undefined>;
  /** The contracts behind a drift; undefined when it is not open any more. */
  contracts(scope: Scope, key: DriftKey): Promise<DriftContracts | undefined>;
  /**
   * Notes what an answer showed: the drift that is open, and that others of
   * the server are over. Gives the open one.
   */
  observe(scope: Scope, ref: string, now: Date): Promise<KeptDrift | undefined>;
  /** Keeps how bad a drift is. */
  judge(
    scope: Scope,
    key: DriftKey,
    judged: NonNullable<KeptDrift['judged']>,
  ): Promise<void>;
  /**
   * Acknowledges a drift. False when it is not the open one any more, or the
   * scope does not let the caller publish.
   */
  acknowledge(scope: Scope, key: DriftKey, act: Act): Promise<boolean>;
  /**
   * Claims telling the owner of a drift. False when that was done, is being
   * done, or is not wanted because someone acknowledged it.
   */
  claimNotice(
    scope: Scope,
    key: DriftKey,
    now: Date,
    claimedUntil: Date,
  ): Promise<boolean>;
  /** Ends the claim: the owner was told, or could not be. */
  endNotice(scope: Scope, key: DriftKey, notifiedAt?: Date): Promise<void>;
}
