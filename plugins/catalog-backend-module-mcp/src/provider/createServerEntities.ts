import { LoggerService } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';

import { assignEntityNames } from './assignEntityNames';
import { createServerEntity } from './createServerEntity';
import { RegistryImportConfig } from './RegistryImportConfig';
import {
  labelRegistryRecord,
  parseRegistryRecord,
  RegistryRecord,
} from './RegistryRecord';
import { selectNewestVersions } from './selectNewestVersions';

/**
 * The entities for the records of a source, one for each server. A bad record
 * is left out with its reason in the log, and costs no other.
 *
 * @throws InputError when no record is good, or when there are too many
 *   servers: both look like a broken source, which must not empty the catalog
 */
export function createServerEntities(options: {
  records: unknown[];
  config: RegistryImportConfig;
  logger: LoggerService;
}): Entity[] {
  const { records, config, logger } = options;
  const good: RegistryRecord[] = [];
  records.forEach((record, index) => {
    try {
      good.push(parseRegistryRecord(record));
    } catch (error) {
      const label = labelRegistryRecord(record, index);
      logger.warn(`Left out ${label}: ${(error as Error).message}`);
    }
  });
  if (good.length === 0) {
    throw new InputError(
      records.length === 0
        ? 'it holds no record at all; to take its servers away, take the import out of the config'
        : `none of the ${records.length} records is a server; the reasons are in the log above`,
    );
  }
  const newest = selectNewestVersions(good);
  if (newest.length > config.maxServers) {
    throw new InputError(
      `there are ${newest.length} servers, and maxServers allows ${config.maxServers}; raise it if that many are wanted`,
    );
  }
  const names = assignEntityNames(newest.map(({ server }) => server.name));
  return newest.flatMap(record => {
    const { name, version } = record.server;
    try {
      return [
        createServerEntity({ record, entityName: names.get(name)!, config }),
      ];
    } catch (error) {
      logger.warn(`Left out "${name}" ${version}: ${(error as Error).message}`);
      return [];
    }
  });
}
