import { isSqlite } from '@mcp-portal/plugin-mcp-node';
import type { Knex } from 'knex';

/**
 * The condition that a column has one of any number of values, as one parameter.
 *
 * @param column - an expression of the code's own, never of a request
 */
export function oneOf(
  knex: Knex,
  column: string,
  values: readonly string[],
): { sql: string; bindings: Knex.Value[] } {
  return isSqlite(knex)
    ? {
        sql: `${column} IN (SELECT value FROM json_each(?))`,
        bindings: [JSON.stringify(values)],
      }
    : { sql: `${column} = ANY(?::text[])`, bindings: [[...values]] };
}
