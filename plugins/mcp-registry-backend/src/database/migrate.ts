import { DatabaseService } from '@backstage/backend-plugin-api';
import { migrateWith } from '@mcp-portal/plugin-mcp-node';
import { Knex } from 'knex';

/**
 * Brings the registry's schema up to date, unless the operator migrates by hand.
 */
export async function migrate(
  knex: Knex,
  options?: DatabaseService['migrations'],
): Promise<void> {
  await migrateWith('@mcp-portal/plugin-mcp-registry-backend', knex, options);
}
