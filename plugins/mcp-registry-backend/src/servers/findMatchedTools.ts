import { Knex } from 'knex';

import { prefixPattern } from '../search/searchWords';

const MAX_MATCHED_TOOLS = 5;

/**
 * By which tools a search found the servers of a page: those that have the most
 * of its terms, at most five a server.
 */
export async function findMatchedTools(
  knex: Knex,
  serverIds: number[],
  terms: string[],
): Promise<Map<number, string[]>> {
  const matched = new Map<number, string[]>();
  if (!terms.length || !serverIds.length) {
    return matched;
  }
  const rows: { server_id: number; name: string; words: string }[] = await knex(
    'server_tools',
  )
    .whereIn('server_id', serverIds)
    .where(anyTerm =>
      terms.forEach(term =>
        anyTerm.orWhere('words', 'like', prefixPattern(term)),
      ),
    )
    .orderBy(['server_id', 'position'])
    .select('server_id', 'name', 'words');

  const ranked = rows
    .map(row => ({
      ...row,
      hits: terms.filter(term => row.words.includes(` ${term}`)).length,
    }))
    .sort((a, b) => b.hits - a.hits);
  for (const row of ranked) {
    const names = matched.get(row.server_id) ?? [];
    if (names.length < MAX_MATCHED_TOOLS) {
      matched.set(row.server_id, [...names, row.name]);
    }
  }
  return matched;
}
