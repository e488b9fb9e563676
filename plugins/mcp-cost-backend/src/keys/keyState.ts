import type { ServiceKey } from '@mcp-portal/plugin-mcp-cost-common';

import type { StoredKey } from './KeyStore';

export const DAY_MS = 24 * 60 * 60 * 1000;
/** From how many days before its end a key is said to expire. */
const EXPIRING_DAYS = 14;

/** How a key is, given whether its team is in the catalog. */
export function keyState(
  key: Pick<StoredKey, 'revokedAtMs' | 'expiresAtMs'>,
  { nowMs, teamExists }: { nowMs: number; teamExists: boolean },
): ServiceKey['state'] {
  if (key.revokedAtMs !== undefined) {
    return 'revoked';
  }
  if (key.expiresAtMs <= nowMs) {
    return 'expired';
  }
  if (!teamExists) {
    return 'orphaned';
  }
  return key.expiresAtMs - nowMs <= EXPIRING_DAYS * DAY_MS
    ? 'expiring'
    : 'active';
}
