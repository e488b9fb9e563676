import { Knex } from 'knex';

/**
 * Whether a connection speaks SQLite; otherwise it is PostgreSQL.
 * @public
 */
export function isSqlite(knex: Knex): boolean {
  return String(knex.client.config.client).includes('sqlite');
}
