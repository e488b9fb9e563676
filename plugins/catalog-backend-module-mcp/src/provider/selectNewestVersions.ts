import { compare, valid } from 'semver';

import { RegistryRecord } from './RegistryRecord';

/**
 * One record for each server: what the source calls the latest, else the
 * highest semantic version, else the last in the list. Deleted versions don't
 * count, and a server with no others is left out.
 */
export function selectNewestVersions(
  records: RegistryRecord[],
): RegistryRecord[] {
  const newest = new Map<string, RegistryRecord>();
  for (const record of records) {
    if (record.status !== 'deleted') {
      const current = newest.get(record.server.name);
      if (!current || isNewerOrSame(record, current)) {
        newest.set(record.server.name, record);
      }
    }
  }
  return [...newest.values()];
}

function isNewerOrSame(record: RegistryRecord, than: RegistryRecord): boolean {
  if (record.isLatest !== than.isLatest) {
    return record.isLatest;
  }
  const [version, thanVersion] = [record.server.version, than.server.version];
  if (valid(version) && valid(thanVersion)) {
    return compare(version, thanVersion) >= 0;
  }
  // A version that can be ordered goes before one that can't.
  return Boolean(valid(version)) || !valid(thanVersion);
}
