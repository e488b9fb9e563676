import {
  DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { Knex } from 'knex';

/**
 * Brings the registry's schema up to date, unless the operator migrates by hand.
 */
export async function migrate(
  knex: Knex,
  options?: DatabaseService['migrations'],
): Promise<void> {
  if (options?.skip) {
    return;
  }
  await knex.migrate.latest({
    directory: resolvePackagePath(
      '@mcp-portal/plugin-mcp-registry-backend',
      'migrations',
    ),
  });
}
