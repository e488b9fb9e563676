import type { StorageApi } from '@backstage/core-plugin-api';

/**
 * Tells once whether a setting is there. A storage in the browser knows at once;
 * one on the server says `unknown` until it has answered.
 */
export function readTourSeen(
  storage: StorageApi,
  key: string,
  tell: (seen: boolean) => void,
): () => void {
  const known = storage.snapshot(key);
  if (known.presence !== 'unknown') {
    tell(known.presence === 'present');
    return () => {};
  }
  let told = false;
  const subscription = storage.observe$(key).subscribe(({ presence }) => {
    if (!told && presence !== 'unknown') {
      told = true;
      tell(presence === 'present');
    }
  });
  return () => subscription.unsubscribe();
}
