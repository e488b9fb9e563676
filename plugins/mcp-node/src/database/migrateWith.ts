import {
  DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { Knex } from 'knex';

/**
 * Brings a plugin's schema up to date with the migrations of a package, unless
 * the operator migrates by hand.
 * @public
 */
export async function migrateWith(
  packageName: string,
  knex: Knex,
  options?: DatabaseService['migrations'],
): Promise<void> {
  if (options?.skip) {
    return;
  }
  await knex.migrate.latest({
    directory: resolvePackagePath(packageName, 'migrations'),
  });
}
