/** What a service key may be used for. @public */
export type KeyScope = 'ingest' | 'publish';

/**
 * A team's service key, without its secret.
 * @public
 */
export interface ServiceKey {
  id: string;
  teamRef: string;
  name: string;
  scopes: KeyScope[];
  /** The first characters, by which its holder recognises it. */
  prefix: string;
  /** Entity ref of who made it, or `config`. */
  createdBy: string;
  /** ISO instants, UTC. */
  createdAt: string;
  expiresAt: string;
  lastUsedAt?: string;
  revokedAt?: string;
  /** The key that takes over; both work until this one ends. */
  replacedBy?: string;
  /**
   * - `active`
   * - `expiring`: ends within the days of warning
   * - `expired`, `revoked`
   * - `orphaned`: its team is no longer in the catalog
   */
  state: 'active' | 'expiring' | 'expired' | 'revoked' | 'orphaned';
  /** Teams other than its own that an administrator lets it report for. */
  reportsFor: string[];
  /** Whether the caller may rotate and revoke it. */
  mayManage: boolean;
}

/**
 * A key right after it was made: the only time that its secret is told.
 * @public
 */
export interface NewServiceKey {
  key: ServiceKey;
  secret: string;
}

/** @public */
export interface ServiceKeyRequest {
  name: string;
  scopes: KeyScope[];
  /** At most, and by default, 90. */
  validDays?: number;
}

/** @public */
export interface RotationRequest {
  /** How long the old key goes on working. From 0 to 30 days; 7 by default. */
  overlapDays?: number;
}
