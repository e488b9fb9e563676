import type { StoredKey } from './KeyStore';

/** Who made the keys that the configuration names. */
export const CONFIGURED = 'config';

/**
 * Whether a key is one that somebody made, or one that the configuration still
 * names: a replica that does not know its secret any more must not take it.
 */
export function isInUse(
  { id, createdBy }: Pick<StoredKey, 'id' | 'createdBy'>,
  configuredIds: ReadonlySet<string>,
): boolean {
  return createdBy !== CONFIGURED || configuredIds.has(id);
}
