import { Knex } from 'knex';

import { isSqlite } from '@mcp-portal/plugin-mcp-node';

/** SQLite's default, 2 MB, is less than the rows that a list goes through. */
const CACHE_KIB = 65_536;

/**
 * Gives SQLite's one connection the memory that ten thousand servers want.
 */
export async function tuneSqlite(knex: Knex): Promise<void> {
  if (isSqlite(knex)) {
    await knex.raw(`PRAGMA cache_size = -${CACHE_KIB}`);
  }
}
