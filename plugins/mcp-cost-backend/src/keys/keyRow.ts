import type { StoredKey } from './KeyStore';

/** A row of `service_keys`; PostgreSQL gives a big integer as text. */
export interface KeyRow {
  id: string;
  team_ref: string;
  name: string;
  secret_hash: string;
  scopes: string;
  created_by: string;
  created_at: number | string;
  expires_at: number | string;
  revoked_at: number | string | null;
  last_used_at: number | string | null;
  replaced_by: string | null;
  warned_days: number | null;
}

export function toRow(key: StoredKey): KeyRow {
  return {
    id: key.id,
    team_ref: key.teamRef,
    name: key.name,
    secret_hash: key.secretHash,
    scopes: JSON.stringify(key.scopes),
    created_by: key.createdBy,
    created_at: key.createdAtMs,
    expires_at: key.expiresAtMs,
    revoked_at: key.revokedAtMs ?? null,
    last_used_at: key.lastUsedAtMs ?? null,
    replaced_by: key.replacedBy ?? null,
    warned_days: key.warnedDays ?? null,
  };
}

export function fromRow(row: KeyRow, reportsFor: string[]): StoredKey {
  return {
    id: row.id,
    teamRef: row.team_ref,
    name: row.name,
    secretHash: row.secret_hash,
    scopes: JSON.parse(row.scopes),
    createdBy: row.created_by,
    createdAtMs: Number(row.created_at),
    expiresAtMs: Number(row.expires_at),
    revokedAtMs: optionalNumber(row.revoked_at),
    lastUsedAtMs: optionalNumber(row.last_used_at),
    replacedBy: row.replaced_by ?? undefined,
    warnedDays: row.warned_days ?? undefined,
    reportsFor,
  };
}

function optionalNumber(value: number | string | null): number | undefined {
  return value === null ? undefined : Number(value);
}
