import { PAYMENTS } from '../../__testUtils__/people';
import { createKeySecret, hashSecret } from '../keySecret';
import { DAY_MS } from '../keyState';
import type { StoredKey } from '../KeyStore';

/** When the samples are made. */
export const NOW_MS = Date.parse('2026-11-21T12:00:00Z');

/** A key as it is stored, and its secret. */
export function aKey(changes: Partial<StoredKey> = {}): {
  key: StoredKey;
  secret: string;
} {
  const { id, secret } = createKeySecret();
  return {
    secret,
    key: {
      id,
      teamRef: PAYMENTS,
      name: 'collector',
      secretHash: hashSecret(secret),
      scopes: ['ingest'],
      createdBy: 'user:default/petra',
      createdAtMs: NOW_MS,
      expiresAtMs: NOW_MS + 90 * DAY_MS,
      reportsFor: [],
      ...changes,
    },
  };
}
