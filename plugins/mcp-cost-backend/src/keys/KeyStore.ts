import type { KeyScope } from '@mcp-portal/plugin-mcp-cost-common';

import type { CostScope } from '../access';

/** A service key as it is stored. Times are in milliseconds since 1970. */
export interface StoredKey {
  id: string;
  teamRef: string;
  name: string;
  secretHash: string;
  scopes: KeyScope[];
  /** Entity ref of a person, or `config`. */
  createdBy: string;
  createdAtMs: number;
  expiresAtMs: number;
  revokedAtMs?: number;
  lastUsedAtMs?: number;
  /** The key that takes over. */
  replacedBy?: string;
  /** How many days before its end the last warning was. */
  warnedDays?: number;
  /** Other teams that it may report for. */
  reportsFor: string[];
}

/** How many keys a team may have that still work. */
export interface KeyLimit {
  keys: number;
  nowMs: number;
}

/**
 * Keeps service keys. A scope reaches the keys of the teams that it is a member
 * of, or all keys when it may delegate.
 */
export interface KeyStore {
  /** The newest first; of one team, or of all. */
  list(
    scope: CostScope,
    options?: { teamRef?: string; endsAfterMs?: number },
  ): Promise<StoredKey[]>;
  find(scope: CostScope, id: string): Promise<StoredKey | undefined>;
  /**
   * @throws ConflictError when the team has as many as it may
   */
  add(scope: CostScope, key: StoredKey, limit: KeyLimit): Promise<void>;
  /**
   * Adds a key, and lets the one that it replaces end.
   *
   * @returns false when that one was replaced, ended or revoked already
   * @throws ConflictError when the team has as many as it may
   */
  replace(
    scope: CostScope,
    id: string,
    options: { by: StoredKey; endsAtMs: number; limit: KeyLimit },
  ): Promise<boolean>;
  revoke(scope: CostScope, id: string, atMs: number): Promise<void>;
  /** Sets the other teams that a key may report for. Takes a scope that may delegate. */
  setTeams(scope: CostScope, id: string, teamRefs: string[]): Promise<void>;
  /** Writes down that a key was used, unless that was done after `unlessSinceMs`. */
  touch(
    scope: CostScope,
    id: string,
    options: { atMs: number; unlessSinceMs: number },
  ): Promise<void>;
  /** Writes down which warning was given. */
  markWarned(scope: CostScope, id: string, days: number): Promise<void>;
  /** Adds or changes a key that the configuration names. */
  putConfigured(scope: CostScope, key: StoredKey): Promise<void>;
}
