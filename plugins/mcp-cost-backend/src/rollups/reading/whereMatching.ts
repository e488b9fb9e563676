import { isSqlite } from '@mcp-portal/plugin-mcp-node';
import type { Knex } from 'knex';

import type { UsageQuery } from '../UsageReader';
import { oneOf } from './oneOf';

/** Narrows named rows, called `r`, to those with a value that a search is for. */
export function whereMatching(
  rows: Knex.QueryBuilder,
  knex: Knex,
  { by, matching }: UsageQuery,
): void {
  if (!matching) {
    return;
  }
  const position = isSqlite(knex) ? 'instr' : 'strpos';
  const text = matching.text.toLocaleLowerCase('en-US');
  const conditions = by.map((_, index) => {
    const named = oneOf(knex, `r.v${index}`, matching.values);
    return {
      sql: `${position}(LOWER(r.v${index}), ?) > 0 OR ${named.sql}`,
      bindings: [text, ...named.bindings],
    };
  });
  rows.whereRaw(
    `(${conditions.map(({ sql }) => sql).join(' OR ') || 'true'})`,
    conditions.flatMap(({ bindings }) => bindings),
  );
}
